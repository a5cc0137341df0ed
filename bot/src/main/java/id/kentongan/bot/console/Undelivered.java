package id.kentongan.bot.console;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.integrations.DeadLetters.DeadLetter;
import id.kentongan.integrations.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Something that could not be delivered since that time: `letter` names it to those who try again,
/// `what` is its kind, and `told` why, as the provider or this program said it.
record Undelivered(String letter, Instant since, What what, Cause cause, String told) {
  /// What it would have been.
  enum What {
    MESSAGE,
    /// For the records, not for a person.
    RECORD,
    UNREADABLE
  }

  /// Why, as far as it says what there is to do.
  enum Cause {
    /// Silent for 24 hours, and no template.
    WINDOW,
    /// Tried for hours.
    GIVEN_UP,
    /// It had waited for too long when a backup was put back.
    RESTORED,
    UNREADABLE,
    /// The provider does not take it.
    REFUSED;

    /// Twilio and Meta each have a number for the window.
    private static final Pattern SHUT = Pattern.compile("24-hour window|\\b(63016|131047)\\b");

    static Cause of(String why) {
      if (SHUT.matcher(why).find()) {
        return WINDOW;
      }
      if (why.startsWith("given up: ")) {
        return GIVEN_UP;
      }
      if (why.startsWith("not sent after a restore")) {
        return RESTORED;
      }
      return why.startsWith("unreadable") ? UNREADABLE : REFUSED;
    }
  }

  static Undelivered of(DeadLetter letter) {
    return new Undelivered(
        letter.id(), letter.since(), what(letter), Cause.of(letter.why()), letter.why());
  }

  private static What what(DeadLetter letter) {
    Post post = letter.post();
    if (post == null) {
      return What.UNREADABLE;
    }
    return post.effect() instanceof Effect.Send ? What.MESSAGE : What.RECORD;
  }

  /// The lines of a conversation, each with what is known of its not having arrived; a message of
  /// which no line is left stands for itself.
  static List<TalkLine> mark(List<TalkLine> lines, List<DeadLetter> letters) {
    var marked = new ArrayList<>(lines);
    for (DeadLetter letter : letters) {
      if (letter.post() != null && letter.post().effect() instanceof Effect.Send(var said, _)) {
        Undelivered lost = of(letter);
        line(marked, said, letter.since())
            .ifPresentOrElse(
                at -> marked.set(at, marked.get(at).lost(lost)),
                () -> marked.add(TalkLine.alone(said.text(), lost)));
      }
    }
    marked.sort(Comparator.comparing(TalkLine::at));
    return marked;
  }

  /// The latest that says this and was there then; who says the same twice is told of one at a
  // time.
  private static OptionalInt line(List<TalkLine> lines, Bubble said, Instant since) {
    return IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).lost() == null && lines.get(i).says(said))
        .filter(i -> !lines.get(i).at().isAfter(since))
        .reduce((_, later) -> later);
  }
}
