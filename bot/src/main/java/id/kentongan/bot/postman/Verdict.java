package id.kentongan.bot.postman;

import id.kentongan.dialogs.talk.Event;
import java.time.Duration;

/// What an attempt at an effect came to.
sealed interface Verdict {
  /// Done; nobody waits for an answer.
  record Done() implements Verdict {}

  /// It was withdrawn before it left.
  record Withdrawn() implements Verdict {}

  /// Done, and the conversation is to hear of it; `then` follows once it has.
  record Happened(Event event, Runnable then) implements Verdict {}

  /// Try again, after the provider's figure or zero.
  record Again(Duration figure, String why) implements Verdict {}

  /// It can never be done.
  record Never(String why) implements Verdict {}
}
