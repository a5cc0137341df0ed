package id.kentongan.dialogs.mind.heard;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.claim.ClaimDraft;
import id.kentongan.dialogs.mind.scene.Doubt;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.values.Place;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A name told once more after a word of correcting, without the word `nama`: `eh salah, Agus
/// Salimin`. It counts when it shares a word with the name told before.
public final class NameAgain {
  private static final int MOST_WORDS = 5;

  /// As many letters as no name alone has.
  private static final int SHORT = 3;

  /// How sure the Ear is of a name that it means nothing else.
  private static final double PLAIN = 0.85;

  /// What puts off, and names nobody.
  private static final List<String> NO_NAMES =
      List.of("claim.wait-words", "claim.later-words", "question.signs", "facts.leads");

  private NameAgain() {}

  /// The correction as it would be with the word.
  public static Optional<FromPerson> of(Scene scene, @Nullable String name, FromPerson event) {
    if (name == null
        || !(event instanceof Event.Said said)
        || !(wrong(scene, said) || longer(scene, name, said))) {
      return Optional.empty();
    }
    String rest = told(scene, said.text());
    Set<String> told = words(rest);
    boolean whole = told.size() > 1 && told.size() <= MOST_WORDS;
    told.retainAll(words(name));
    String label = scene.heard("fields.enroll.name").stream().sorted().findFirst().orElse("");
    return whole && !told.isEmpty() && !rest.equalsIgnoreCase(name)
        ? Optional.of(new Event.Said(Corrections.answer(label + ' ' + rest, said.understood())))
        : Optional.empty();
  }

  /// The whole name, where a part of it was told before: `Suprapto`, then `Suprapto Wibowo`.
  private static boolean longer(Scene scene, String name, Event.Said said) {
    return alone(scene, said.understood())
        .filter(told -> words(told).containsAll(words(name)))
        .isPresent();
  }

  /// Whether a name is said to be wrong, or not the whole: `namanya kurang, Dewi Lestari Ningsih`.
  private static boolean wrong(Scene scene, Event.Said said) {
    return Corrections.signed(scene, said.understood())
        || Listed.any(scene, "correction.lacking", said.text());
  }

  /// The name in a correction, without what only announces it.
  private static String told(Scene scene, String text) {
    Set<String> labels = scene.heard("fields.enroll.name");
    String rest = Corrections.rest(scene, text);
    String[] parted = rest.split("\\s+", 2);
    return parted.length == 2 && labels.contains(parted[0].toLowerCase(Locale.ROOT))
        ? parted[1].replaceFirst("^[\\s,;]+", "")
        : rest;
  }

  /// A name where only a yes or a no was asked: of two words at least and each with a capital
  /// letter, or after a word of correcting (`eh bukan, Sukarmin`).
  public static Optional<String> alone(Scene scene, Understood words) {
    boolean again = Corrections.signed(scene, words);
    String rest = again ? Corrections.rest(scene, words.text()) : words.text().strip();
    List<String> parts = List.of(rest.split("\\s+"));
    boolean shaped =
        parts.size() >= (again ? 1 : 2)
            && parts.size() <= MOST_WORDS
            && parts.stream().allMatch(part -> Character.isUpperCase(part.codePointAt(0)))
            && !rest.equals(rest.toUpperCase(Locale.ROOT));
    return shaped
            && scene.content().occupations().named(rest.toLowerCase(Locale.ROOT)).isEmpty()
            && scene.content().parsers().personName(rest) instanceof Parsed.Value<String>(var name)
        ? Optional.of(name)
        : Optional.empty();
  }

  /// A name of one word with a capital letter (`Sukarman`), which the Ear takes for nothing else;
  /// what is answered is shown, and asked on.
  public static Optional<String> single(Scene scene, Understood words) {
    String told = words.text().strip();
    boolean shaped =
        told.length() > SHORT
            && Character.isUpperCase(told.codePointAt(0))
            && told.substring(1).codePoints().allMatch(Character::isLowerCase)
            && words.best().intent().equals(Doubt.OUT_OF_SCOPE)
            && words.best().confidence() >= PLAIN;
    return shaped
            && Told.yesNo(scene, words) instanceof Parsed.Invalid<Boolean>
            && NO_NAMES.stream().noneMatch(key -> Listed.any(scene, key, told))
            && scene.content().occupations().named(told.toLowerCase(Locale.ROOT)).isEmpty()
            && scene.content().places().find(told) instanceof Parsed.Invalid<Place>
            && scene.content().parsers().personName(told) instanceof Parsed.Value<String>(var name)
        ? Optional.of(name)
        : Optional.empty();
  }

  /// The name that is said to be the right one in a field of a form: `bukan dimas tapi Damas
  /// Prayoga`.
  public static Optional<String> instead(
      Scene scene, String dialog, String field, @Nullable String name, Event.Said said) {
    if (!denied(scene, name, said)) {
      return Optional.empty();
    }
    return Corrections.value(scene, dialog, field, said)
        .filter(told -> !told.text().equals(said.text()))
        .flatMap(told -> read(scene, told.text()));
  }

  /// The same in a claim: of the one who died, or of who claims.
  public static Optional<ClaimDraft> instead(Scene scene, ClaimDraft draft, Event.Said said) {
    return own(scene, draft, said).or(() -> dead(scene, draft, said));
  }

  /// `nama saya Rina, bukan ibu`, before it was asked.
  private static Optional<ClaimDraft> own(Scene scene, ClaimDraft draft, Event.Said said) {
    boolean own =
        draft.heir().name() == null
            && Corrections.signed(scene, said.understood())
            && Listed.any(scene, "claim.own-name", said.text());
    return own
        ? Corrections.value(scene, "claim", "name", said)
            .flatMap(told -> read(scene, told.text()))
            .map(draft::claimedBy)
        : Optional.empty();
  }

  private static Optional<String> read(Scene scene, String text) {
    return scene.content().parsers().personName(text) instanceof Parsed.Value<String>(String name)
        ? Optional.of(name)
        : Optional.empty();
  }

  private static Optional<ClaimDraft> dead(Scene scene, ClaimDraft draft, Event.Said said) {
    return instead(scene, "claim", "name", draft.deceased().name(), said)
        .map(draft::named)
        .or(() -> instead(scene, "claim", "heir", draft.heir().name(), said).map(draft::claimedBy))
        .or(() -> died(scene, draft, said));
  }

  /// `yang meninggal pak Tukijan tgl 12`, after another name was taken for theirs.
  private static Optional<ClaimDraft> died(Scene scene, ClaimDraft draft, Event.Said said) {
    String before = draft.deceased().name();
    Optional<String> told =
        before == null || Reading.questioning(scene, said.understood())
            ? Optional.empty()
            : LateName.died(scene, said.text())
                .filter(name -> !words(before).containsAll(words(name)));
    boolean open = draft.deceased().died() == null;
    return told.map(draft::named)
        .map(
            known ->
                open
                        && Told.deathDate(scene, said.understood())
                            instanceof Parsed.Value<LocalDate>(LocalDate day)
                    ? known.died(day)
                    : known);
  }

  /// Whether words say of the name as it is known that it is wrong: `bukan Joko`.
  public static boolean denied(Scene scene, @Nullable String name, Event.Said said) {
    return name != null
        && Corrections.signed(scene, said.understood())
        && !Collections.disjoint(words(said.text()), words(name));
  }

  private static Set<String> words(String text) {
    return new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")));
  }
}
