package id.kentongan.dialogs.mind.scene;

import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.ear.Understood.Guess;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What to do with the Ear's guesses: its threshold and margin belong to its model.
public sealed interface Doubt {
  String OUT_OF_SCOPE = "out_of_scope";

  double LIKELY = 0.6;

  /// why: within a claim or a report its own questions are likelier than elsewhere.
  double LIKELY_AT_HOME = 0.5;

  /// Act on it.
  record Sure(String intent) implements Doubt {}

  /// Ask which was meant, likeliest first.
  record Between(List<String> intents) implements Doubt {}

  /// Nothing that we do, or nothing that we understand.
  record Lost() implements Doubt {}

  static Doubt of(Understood understood) {
    return switch (understood.certainty()) {
      case SURE ->
          understood.best().intent().equals(OUT_OF_SCOPE)
              ? new Lost()
              : new Sure(understood.best().intent());
      case BETWEEN -> between(understood);
      case UNSURE -> new Lost();
    };
  }

  /// Whether the best guess, sure or not, may be acted on where asking back would cost more.
  static boolean likely(Understood understood) {
    return understood.best().confidence() >= LIKELY;
  }

  /// The best guess where it is one of these, which are at home where it was said, and likely.
  static Optional<String> likelyOf(Set<String> intents, Understood understood) {
    Guess best = understood.best();
    return intents.contains(best.intent()) && best.confidence() >= LIKELY_AT_HOME
        ? Optional.of(best.intent())
        : Optional.empty();
  }

  private static Doubt between(Understood understood) {
    var likely =
        understood.guesses().stream()
            .map(Guess::intent)
            .filter(i -> !i.equals(OUT_OF_SCOPE) && !SmallTalk.ALL.contains(i))
            .limit(2)
            .toList();
    return likely.isEmpty() ? new Lost() : new Between(likely);
  }
}
