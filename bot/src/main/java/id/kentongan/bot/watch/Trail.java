package id.kentongan.bot.watch;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import java.util.List;

/// Where a message's way through the rooms is told: that a turn was committed, and each attempt at
/// one of its effects. Where nobody wants it, it costs nothing.
public interface Trail {
  Trail NONE =
      new Trail() {
        @Override
        public void committed(Turn turn, Took took) {}

        @Override
        public void attempted(EffectId effect, String kind, String outcome, Took took) {}
      };

  void committed(Turn turn, Took took);

  /// An attempt at an effect of `kind`, and what came of it.
  void attempted(EffectId effect, String kind, String outcome, Took took);

  /// A turn: what kind of event made it, whose version it is, how long its event waited from the
  /// Door to the commit.
  record Turn(ConversationId who, long version, String origin, String result) {}

  /// When it began, in milliseconds since 1970, and how many nanoseconds it took.
  record Took(long beganMillis, long nanos) {}

  /// Tells all of them.
  static Trail of(List<Trail> trails) {
    return switch (trails.size()) {
      case 0 -> NONE;
      case 1 -> trails.getFirst();
      default ->
          new Trail() {
            @Override
            public void committed(Turn turn, Took took) {
              trails.forEach(trail -> trail.committed(turn, took));
            }

            @Override
            public void attempted(EffectId effect, String kind, String outcome, Took took) {
              trails.forEach(trail -> trail.attempted(effect, kind, outcome, took));
            }
          };
    };
  }
}
