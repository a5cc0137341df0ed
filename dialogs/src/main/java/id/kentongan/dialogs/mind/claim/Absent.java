package id.kentongan.dialogs.mind.claim;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.ear.Understood.Certainty;
import id.kentongan.dialogs.ear.Understood.Guess;
import id.kentongan.dialogs.ear.parse.Heard;
import id.kentongan.dialogs.mind.scene.Doubt;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.values.Relation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `ga ada` says of somebody that they died, or only that they are out or without something: nobody
/// who lives is mourned.
public final class Absent {
  private Absent() {}

  /// What was said, without the death that words like `bapak ga ada di rumah` do not tell.
  public static FromPerson heard(Scene scene, FromPerson event) {
    return event instanceof Event.Said said && lives(scene, said.understood())
        ? new Event.Said(deathless(said.understood()))
        : event;
  }

  /// Whether words tell that somebody of the family is there no more: `istri sy udh gaada`.
  public static boolean tells(Scene scene, String text) {
    return parted(scene, text)
        .filter(p -> ends(scene, "absence.already", p.before()) && !out(scene, p))
        .filter(
            _ -> !(scene.content().parsers().relation(text) instanceof Parsed.Invalid<Relation>))
        .isPresent();
  }

  /// The same where nothing but that is said of them: neither what they lack (`ga ada ktp`) nor
  /// that a thing is lost (`kartu bapak udah ga ada`).
  static boolean gone(Scene scene, String text) {
    return tells(scene, text)
        && parted(scene, text).filter(p -> alone(scene, p.behind())).isPresent()
        && !Listed.any(scene, "absence.things-words", text);
  }

  /// Whether another clause begins, or the day is told, or nothing at all.
  private static boolean alone(Scene scene, String behind) {
    return behind.isBlank()
        || Stream.of("absence.then-words", "claim.day-words", "claim.relation-own")
            .anyMatch(key -> begins(scene, key, behind));
  }

  private static boolean lives(Scene scene, Understood words) {
    return words.guesses().stream().limit(2).anyMatch(g -> g.intent().equals(Claim.INTENT))
        && !Listed.any(scene, Heard.RELATION_DEAD.key(), words.text())
        && parted(scene, words.text()).filter(p -> out(scene, p)).isPresent();
  }

  private static Understood deathless(Understood words) {
    var others =
        Stream.concat(
                Stream.of(new Guess(Doubt.OUT_OF_SCOPE, words.best().confidence())),
                words.guesses().stream().filter(g -> !g.intent().equals(Claim.INTENT)))
            .toList();
    return new Understood(
        words.text(),
        words.normal(),
        words.language(),
        words.languageConfidence(),
        others,
        Certainty.UNSURE,
        List.of());
  }

  /// What stands before and behind the words of absence, each between blanks.
  private record Parted(String before, String behind) {}

  private static Optional<Parted> parted(Scene scene, String text) {
    String told = ' ' + String.join(" ", Listed.tokens(text)) + ' ';
    return Listed.first(scene, "absence.words", text)
        .map(
            phrase -> {
              int at = told.indexOf(' ' + phrase + ' ');
              return new Parted(
                  told.substring(0, at + 1), told.substring(at + phrase.length() + 1));
            });
  }

  /// Out somewhere, or without work, money, news: `ga ada di rumah`, `lagi ga ada`, `ga ada
  /// kerjaan`.
  private static boolean out(Scene scene, Parted parted) {
    return ends(scene, "absence.for-now", parted.before())
        || (begins(scene, "absence.of", parted.behind())
            && !begins(scene, "absence.treated", parted.behind()));
  }

  private static boolean ends(Scene scene, String key, String words) {
    return scene.heard(key).stream().anyMatch(w -> words.endsWith(' ' + w + ' '));
  }

  private static boolean begins(Scene scene, String key, String words) {
    return scene.heard(key).stream().anyMatch(w -> words.startsWith(' ' + w + ' '));
  }
}
