package id.kentongan.bot.console;

import id.kentongan.dialogs.talk.Effect;
import id.kentongan.integrations.DeadLetters.DeadLetter;
import id.kentongan.integrations.Post;
import id.kentongan.integrations.postgres.officers.Conversations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Something that could not be delivered since that time: `letter` names it to those who try again,
/// `what` is its kind, and `told` why, as the provider or this program said it; of what was given
/// up, `since` when and `told` by whom.
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
    REFUSED,
    /// It is not known to have arrived: the person was found to be gone right after it.
    GONE,
    /// An officer decided that it is not sent again.
    DROPPED;

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
        line(marked, line -> line.says(said), letter.since())
            .ifPresentOrElse(
                at -> marked.set(at, marked.get(at).lost(lost)),
                () -> marked.add(TalkLine.alone(said.text(), lost)));
      }
    }
    marked.sort(Comparator.comparing(TalkLine::at));
    return marked;
  }

  /// The same for what was given up.
  static List<TalkLine> given(List<TalkLine> lines, List<Conversations.OfficerLine> officers) {
    var marked = new ArrayList<>(lines);
    for (Conversations.OfficerLine one : officers) {
      if (one.since() != null) {
        var lost = new Undelivered("", one.at(), What.MESSAGE, Cause.DROPPED, one.officer());
        line(marked, line -> line.says(one.text()), one.since())
            .ifPresentOrElse(
                at -> marked.set(at, marked.get(at).lost(lost)),
                () -> marked.add(TalkLine.alone(one.text(), lost)));
      }
    }
    marked.sort(Comparator.comparing(TalkLine::at));
    return marked;
  }

  /// The same for what an officer wrote last before the person was found to be gone.
  static List<TalkLine> unsure(List<TalkLine> lines) {
    var marked = new ArrayList<>(lines);
    for (int i = 1; i < marked.size(); i++) {
      TalkLine line = marked.get(i - 1);
      if (marked.get(i).who().equals("gone") && line.who().equals("staff") && line.lost() == null) {
        Instant since = marked.get(i).at();
        marked.set(i - 1, line.lost(new Undelivered("", since, What.MESSAGE, Cause.GONE, "")));
      }
    }
    return marked;
  }

  /// The latest that says this and was there then.
  /// Who says the same twice is told of one at a time.
  private static OptionalInt line(List<TalkLine> lines, Predicate<TalkLine> says, Instant since) {
    return IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).lost() == null && says.test(lines.get(i)))
        .filter(i -> !lines.get(i).at().isAfter(since))
        .reduce((_, later) -> later);
  }
}
