package id.kentongan.dialogs.mind.claim;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.claim.ClaimDraft.Place;
import id.kentongan.dialogs.mind.heard.LateName;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Doubt;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.Slot.Fill;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Relation;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a family's words tell of a death beside what was asked. The words are content; only what is
/// clearly there is taken.
public final class ClaimTold {
  private static final Pattern NIK = Pattern.compile("(?<!\\d)\\d(?:[ .-]?\\d){15}(?!\\d)");

  private ClaimTold() {}

  /// What the first words already say: who to whom, how they were called, when, of what, where.
  static ClaimDraft opening(Scene scene, ClaimDraft draft, @Nullable Understood words) {
    if (words == null) {
      return draft;
    }
    ClaimDraft known = draft;
    String text = words.text();
    if (Told.relation(scene, words) instanceof Parsed.Value<Relation>(Relation relation)
        && (relation != Relation.CHILD || own(scene, text))) {
      known = known.related(relation);
    }
    if (Told.deathDate(scene, words) instanceof Parsed.Value<LocalDate>(LocalDate day)) {
      known = known.died(day);
    }
    Optional<Nik> nik = nik(scene, words);
    if (nik.isPresent()) {
      known = known.identified(nik.get());
    }
    Optional<String> name = LateName.of(scene, text);
    if (name.isPresent()) {
      known = known.named(name.get());
    }
    if (saysCause(scene, text)) {
      known = cause(scene, known, text);
    }
    return place(scene, known, text);
  }

  /// The cause in their own words; of an accident it is asked whether it happened at work.
  static ClaimDraft cause(Scene scene, ClaimDraft draft, String text) {
    ClaimDraft told = draft.caused(Told.plain(text));
    told = Told.accident(scene, text) ? told : told.working(false);
    return place(scene, told, text);
  }

  /// The same as an answer of its own, which may tell what they were doing: `perahunya kebalik pas
  /// lagi nyari ikan`.
  static ClaimDraft causeDoing(Scene scene, ClaimDraft draft, String text) {
    ClaimDraft told = cause(scene, draft, text);
    return told.circumstances().working() == null && Listed.any(scene, "claim.while-words", text)
        ? ClaimEarly.doing(scene, text).map(told::working).orElse(told)
        : told;
  }

  public static boolean saysCause(Scene scene, String text) {
    return Told.accident(scene, text)
        || Listed.any(
            scene, "claim.illness-words", text.toLowerCase(Locale.ROOT).replace("rumah sakit", ""));
  }

  /// The part of the words that tells of an illness and of no accident.
  static Optional<String> illness(Scene scene, String text) {
    return Stream.of(text.split("[,.;\\n]+"))
        .map(String::strip)
        .filter(part -> saysCause(scene, part) && !Told.accident(scene, part))
        .findFirst();
  }

  static ClaimDraft place(Scene scene, ClaimDraft draft, String text) {
    return draft.circumstances().place() == null
        ? places(scene, text).findFirst().map(draft::at).orElse(draft)
        : draft;
  }

  /// `bukan di malaysia, di rs sini`: another place than the one told before.
  static ClaimDraft otherPlace(Scene scene, ClaimDraft draft, String text) {
    Place before = draft.circumstances().place();
    List<Place> others = places(scene, text).filter(place -> place != before).toList();
    return before != null && others.size() == 1 && Listed.any(scene, "claim.denial-words", text)
        ? draft.at(others.getFirst())
        : draft;
  }

  private static Stream<Place> places(Scene scene, String text) {
    return Stream.of(Place.HOSPITAL, Place.SEA, Place.ABROAD, Place.HOME)
        .filter(place -> Listed.any(scene, "claim.place-words." + key(place), text));
  }

  /// That the NIK is not known, or not at hand: `nik nya ga hapal`.
  public static boolean nikUnknown(Scene scene, String text) {
    return Listed.any(scene, "fields.claim.nik", text)
        && Listed.any(scene, "claim.unknown-words", text);
  }

  /// A whole NIK in any message; it is never a name or a cause.
  public static Optional<Nik> nik(Scene scene, Understood words) {
    return NIK.matcher(words.text()).find()
            && scene.content().parsers().nik(words.text(), scene.today())
                instanceof Parsed.Value<Nik>(Nik nik)
        ? Optional.of(nik)
        : Optional.empty();
  }

  /// A day and nothing else: `kemarin`, `senin malam`, `iya meninggalnya kemarin`.
  public static Optional<LocalDate> day(Scene scene, Understood words) {
    return day(scene, words.text());
  }

  public static Optional<LocalDate> day(Scene scene, String text) {
    return only(scene, "claim.day-words", scene.heard("claim.beside-words"), text)
            && scene.content().parsers().dateOfDeath(text, scene.today())
                instanceof Parsed.Value<LocalDate>(var day)
        ? Optional.of(day)
        : Optional.empty();
  }

  /// A relation and nothing else: `saya istrinya`, `suami`.
  static Optional<Relation> relation(Scene scene, Understood words) {
    return only(scene, "claim.kin-words", Set.of(), words.text())
            && Told.relation(scene, words) instanceof Parsed.Value<Relation>(Relation relation)
        ? Optional.of(relation)
        : Optional.empty();
  }

  /// Whether there is somebody: yes or no, `ada istrinya`, `juga sudah meninggal`.
  static <D> Fill<D> there(Scene scene, String name, FromPerson event, Function<Boolean, D> set) {
    if (event instanceof Event.Said said && gone(scene, said)) {
      return new Fill.Filled<>(set.apply(false));
    }
    if (event instanceof Event.Said said && !asks(scene, said.understood())) {
      if (Listed.any(scene, "claim.there-words", said.text())) {
        return new Fill.Filled<>(set.apply(true));
      }
    }
    return Reading.yesNo(scene, name, event, set);
  }

  /// `ga ada siapa2, anak ga punya` tells, whatever questions have the same words.
  private static boolean gone(Scene scene, Event.Said said) {
    boolean ours =
        !Reading.wish(said.understood())
            || said.understood().best().intent().startsWith("ask.")
            || said.understood().best().intent().equals(Claim.INTENT);
    return ours
        && !said.text().contains("?")
        && (Listed.any(scene, "claim.gone-words", said.text()) || denied(scene, said.text()));
  }

  /// `tdk ada semua`: what is there, behind a no.
  private static boolean denied(Scene scene, String text) {
    Set<String> there = scene.heard("claim.there-words");
    Set<String> no = scene.heard("claim.denial-words");
    List<String> told = Listed.tokens(text);
    return IntStream.range(1, told.size())
        .anyMatch(i -> there.contains(told.get(i)) && no.contains(told.get(i - 1)));
  }

  /// why: who tells of another death here does not begin another claim, and `istrinya sudah
  /// meninggal, anak ga punya` speaks of heirs and asks nothing
  private static boolean asks(Scene scene, Understood words) {
    return Reading.wish(words)
        && !(Doubt.of(words) instanceof Doubt.Sure(String intent)
            && (intent.equals(Claim.INTENT)
                || (intent.startsWith("ask.") && !Reading.questioning(scene, words))));
  }

  /// Whether all words of the text are listed under a key, or are numbers, or stand beside.
  private static boolean only(Scene scene, String key, Set<String> beside, String text) {
    Set<String> known = scene.heard(key);
    List<String> told = Listed.tokens(text);
    return !told.isEmpty()
        && told.stream().anyMatch(known::contains)
        && told.stream()
            .allMatch(w -> known.contains(w) || beside.contains(w) || w.matches("\\d{1,4}"));
  }

  /// Whether it is said whose parent it was: a widow, too, says "bapak meninggal".
  private static boolean own(Scene scene, String text) {
    List<String> told = Listed.tokens(text);
    return scene.heard("claim.relation-own").stream()
        .anyMatch(w -> told.contains(w) || told.contains("bapak" + w) || told.contains("ibu" + w));
  }

  static String key(Place place) {
    return place.name().toLowerCase(Locale.ROOT);
  }
}
