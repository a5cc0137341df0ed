package id.kentongan.bot.chaos;

import id.kentongan.bot.chaos.Arrival.Fate;
import id.kentongan.bot.chaos.Findings.Violation;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.integrations.DeadLetters.DeadLetter;
import id.kentongan.integrations.Post;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Holds what each person wrote and heard against the books.
final class Reconciliation {
  private final Findings findings;
  private final Timeline timeline;
  private final Excuses excuses;
  private final Predicate<String> answers;
  private final Set<String> dead;

  /// `answers`: whether a text must arrive, whatever is said next.
  Reconciliation(
      Findings findings, Timeline timeline, Predicate<String> answers, List<DeadLetter> dead) {
    this.answers = answers;
    this.findings = findings;
    this.timeline = timeline;
    this.excuses = new Excuses(timeline);
    this.dead =
        dead.stream()
            .map(DeadLetter::post)
            .filter(Objects::nonNull)
            .map(Reconciliation::named)
            .collect(Collectors.toCollection(HashSet::new));
    findings.dead = dead.size();
  }

  /// `arrivals` are those of this person, in order.
  void check(Villager person, Book book, List<Arrival> arrivals) {
    messages(person, book);
    versions(person, book);
    answers(person, book, arrivals);
    findings.journeys += person.arrived() ? 1 : 0;
    if (!person.done()) {
      findings.add(Violation.STUCK, person.toString());
    }
  }

  private void messages(Villager person, Book book) {
    Map<String, Integer> turns = new HashMap<>();
    book.turns().forEach(turn -> turns.merge(turn.event(), 1, Integer::sum));
    turns.forEach(
        (event, times) -> {
          if (times > 1) {
            findings.add(Violation.MESSAGE_DOUBLED, event + " has " + times + " turns");
          }
        });
    for (Letter letter : person.letters) {
      findings.letters++;
      if (letter.acknowledged) {
        findings.acknowledged++;
        if (!turns.containsKey(letter.eventId)) {
          findings.add(Violation.MESSAGE_LOST, letter.eventId + " \"" + letter.line.text() + '"');
        }
      }
    }
  }

  private void versions(Villager person, Book book) {
    findings.turns += book.turns().size();
    if (book.strays() > 0) {
      findings.add(
          Violation.RECORD_ASTRAY, book.strays() + " turns of no version, " + person.who.key());
    }
    for (int i = 1; i < book.turns().size(); i++) {
      long step = book.turns().get(i).version() - book.turns().get(i - 1).version();
      if (step != 1) {
        findings.add(
            Violation.RECORD_ASTRAY, person.who.key() + " has versions " + step + " apart");
      }
    }
    if (!book.turns().isEmpty() && book.turns().getLast().version() != book.version()) {
      findings.add(Violation.RECORD_ASTRAY, person.who.key() + " is newer than its journal");
    }
  }

  private void answers(Villager person, Book book, List<Arrival> arrivals) {
    var matching = new Matching(book.turns().stream().map(Turn::words).toList());
    arrivals.forEach(matching::arrived);
    findings.answers += arrivals.size();
    matching
        .missing(answers)
        .forEach(text -> findings.add(Violation.ANSWER_LOST, at(person, text)));
    matching.late().forEach(a -> findings.add(Violation.ANSWER_OUT_OF_ORDER, at(person, a.text())));
    matching.invented().forEach(a -> findings.add(Violation.ANSWER_INVENTED, at(person, a.text())));
    matching.doubled().forEach(twice -> doubled(person, twice));
    Set<String> delivered =
        arrivals.stream()
            .filter(a -> a.fate() == Fate.TAKEN || a.fate() == Fate.TAKEN_SILENTLY)
            .map(Arrival::text)
            .collect(Collectors.toSet());
    for (Arrival arrival : arrivals) {
      if (arrival.fate() == Fate.BLOCKED) {
        findings.refused++;
      } else if (arrival.fate() == Fate.REFUSED
          && !delivered.contains(arrival.text())
          && !dead.contains(named(person.who.key(), arrival.text()))
          && !withdrawn(person, arrival)) {
        findings.add(
            Violation.ANSWER_LOST, "not among the dead letters: " + at(person, arrival.text()));
      }
    }
  }

  private void doubled(Villager person, Matching.Doubled twice) {
    if (excuses.of(twice.before(), twice.again())) {
      findings.doubled++;
    } else {
      findings.add(Violation.ANSWER_DOUBLED, at(person, twice.again().text()));
    }
  }

  /// A question that was refused while something was broken, so that it could not be laid aside at
  /// once, is withdrawn by what its person writes next: nobody waits for it any more.
  private boolean withdrawn(Villager person, Arrival refused) {
    boolean over =
        refused.text().contains("?")
            && person.letters.stream()
                .filter(letter -> letter.acknowledged && letter.taken > refused.nanos())
                .findFirst()
                .filter(next -> timeline.touches(refused.nanos(), next.taken))
                .isPresent();
    findings.withdrawn += over ? 1 : 0;
    return over;
  }

  private static String at(Villager person, String text) {
    return person.who.key() + ": " + text;
  }

  private static String named(Post post) {
    String text = post.effect() instanceof Effect.Send send ? send.bubble().text() : "";
    return named(post.id().conversation().key(), text);
  }

  private static String named(String who, String text) {
    return who + ' ' + Matching.plain(text);
  }
}
