package id.kentongan.dialogs.mind.claim;

import id.kentongan.dialogs.ear.parse.Heard;
import id.kentongan.dialogs.mind.heard.Ages;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.Slot;
import id.kentongan.dialogs.mind.scene.Slot.Fill;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.values.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The order of heirs, asked class by class until somebody is found who comes first.
///
/// Source: PP 44/2015 art. 37.
public final class ClaimHeirs {
  /// The classes before a will's, in order; who is in none of them comes after the will.
  private static final List<List<Relation>> CLASSES =
      List.of(
          List.of(Relation.WIFE, Relation.HUSBAND, Relation.CHILD),
          List.of(Relation.PARENT, Relation.GRANDCHILD, Relation.GRANDPARENT),
          List.of(Relation.SIBLING),
          List.of(Relation.PARENT_IN_LAW),
          List.of(Relation.WILL));

  private static final List<String> NAMES =
      List.of("closer", "closer-line", "closer-sibling", "closer-in-law", "closer-will");

  private static final Pattern AGE = Pattern.compile("(?<!\\d)\\d{1,2}(?!\\d)");

  private static final Pattern PARTS =
      Pattern.compile("[,.;\\n]|\\b(?:tapi|tp|tpi|namun|ning|nanging|sedangkan)\\b");

  /// How it is said that somebody is there no more, or never was.
  private static final List<String> GONE =
      List.of("claim.gone-words", "accident.death-words", "facts.negations");

  private ClaimHeirs() {}

  /// Who it is that claims: the one who writes, or who comes before them.
  static Relation claimant(ClaimDraft draft) {
    Relation relation = Objects.requireNonNull(draft.heir().relation());
    Relation claimant = draft.heir().claimant();
    return Boolean.TRUE.equals(draft.heir().closer()) && claimant != null ? claimant : relation;
  }

  /// Whether somebody else claims than the one who writes.
  public static boolean another(ClaimDraft draft) {
    return Boolean.TRUE.equals(draft.heir().closer());
  }

  /// Whether there is no heir at all, so that it is about the funeral only.
  static boolean nobody(ClaimDraft draft) {
    return draft.heir().relation() == Relation.OTHER && without(draft) >= CLASSES.size();
  }

  static boolean minor(ClaimDraft draft) {
    return Boolean.FALSE.equals(draft.heir().adult());
  }

  static Stream<Slot<ClaimDraft>> slots() {
    return Stream.concat(
        IntStream.range(0, CLASSES.size()).mapToObj(ClaimHeirs::closer),
        Stream.of(claimantSlot(), adultSlot()));
  }

  private static int rank(Relation relation) {
    int at = 0;
    while (at < CLASSES.size() && !CLASSES.get(at).contains(relation)) {
      at++;
    }
    return at;
  }

  /// why: drafts stored when one class only was asked say just that it has nobody
  private static int without(ClaimDraft draft) {
    int without = draft.heir().without();
    return Boolean.FALSE.equals(draft.heir().closer()) ? Math.max(1, without) : without;
  }

  private static Slot<ClaimDraft> closer(int at) {
    String name = NAMES.get(at);
    return new Slot<>(
        name,
        d -> {
          Relation relation = d.heir().relation();
          return relation != null && rank(relation) > at && !another(d) && without(d) <= at;
        },
        (s, d) -> s.ask(Reading.yesNoChoices(s, "closer"), "claim.ask." + name),
        (s, d, e) -> there(s, d, e, at),
        d -> d.closerFrom(at));
  }

  /// Yes or no, or who it is: `ada istrinya`.
  private static Fill<ClaimDraft> there(Scene scene, ClaimDraft d, FromPerson event, int at) {
    List<Relation> who = CLASSES.get(at);
    if (event instanceof Event.Said said) {
      Optional<Relation> living = living(scene, who, said);
      if (living.isPresent()) {
        ClaimDraft found = d.closer(true).claimant(living.get());
        boolean minor =
            Listed.any(scene, "claim.minor-words", said.text())
                || aged(scene, said.text()).filter(age -> age < ofAge(scene)).isPresent();
        return new Fill.Filled<>(
            living.get() == Relation.CHILD && minor ? found.adult(false) : found);
      }
    }
    return ClaimTold.there(
        scene,
        "closer",
        event,
        yes -> {
          ClaimDraft found = d.closer(yes);
          if (yes && who.size() == 1) {
            return found.claimant(who.getFirst());
          }
          return yes && event instanceof Event.Said said
              ? found.claimant(named(scene, who, said.text()).orElse(null))
              : found;
        });
  }

  /// Who is told to live, by a part of the words: `istrinya sudah meninggal, anaknya masih sd`.
  private static Optional<Relation> living(Scene scene, List<Relation> who, Event.Said said) {
    return Reading.questioning(scene, said.understood())
        ? Optional.empty()
        : PARTS
            .splitAsStream(said.text().toLowerCase(Locale.ROOT))
            .filter(part -> GONE.stream().noneMatch(key -> Listed.any(scene, key, part)))
            .flatMap(part -> named(scene, who, others(scene, part)).stream())
            .findFirst();
  }

  /// Without what is said of the one who writes: in `istri saya anak kandungnya` it is the child.
  private static String others(Scene scene, String part) {
    Set<String> own = scene.heard("claim.relation-own");
    List<String> words = new ArrayList<>(Listed.tokens(part));
    for (int i = words.size() - 1; i > 0; i--) {
      if (own.contains(words.get(i))) {
        words.subList(i - 1, i + 1).clear();
        i--;
      }
    }
    return String.join(" ", words);
  }

  private static Optional<Relation> named(Scene scene, List<Relation> who, String text) {
    return who.stream()
        .filter(r -> Listed.any(scene, "claim.claimant-words." + key(r), text))
        .findFirst();
  }

  private static Slot<ClaimDraft> claimantSlot() {
    return new Slot<>(
        "claimant",
        d -> another(d) && d.heir().claimant() == null,
        (s, d) ->
            s.ask(
                CLASSES.get(without(d)).stream().map(r -> s.choice("claimant." + key(r))).toList(),
                "claim.ask.claimant"),
        ClaimHeirs::whose,
        d -> d.claimant(null));
  }

  private static Fill<ClaimDraft> whose(Scene scene, ClaimDraft d, FromPerson event) {
    List<Relation> who = CLASSES.get(without(d));
    Optional<Relation> named =
        switch (event) {
          case Event.Tapped t ->
              who.stream().filter(r -> t.choice().equals("claimant." + key(r))).findFirst();
          case Event.Said said -> named(scene, who, said.text());
          case Event.Edited _,
              Event.SentFile _,
              Event.SentLocation _,
              Event.SentContact _,
              Event.SentOther _ ->
              Optional.<Relation>empty();
        };
    if (named.isPresent()) {
      return new Fill.Filled<>(d.claimant(named.get()));
    }
    if (!(event instanceof Event.Said said) || Reading.wish(said.understood())) {
      return new Fill.Other<>();
    }
    scene.explain("claim.claimant-unclear");
    return new Fill.Unclear<>();
  }

  private static Slot<ClaimDraft> adultSlot() {
    return new Slot<>(
        "adult",
        d ->
            d.heir().relation() != null
                && claimant(d) == Relation.CHILD
                && d.heir().adult() == null,
        (s, d) ->
            s.ask(
                Reading.yesNoChoices(s, "adult"),
                another(d) ? "claim.ask.adult-child" : "claim.ask.adult"),
        ClaimHeirs::adult,
        d -> d.adult(null));
  }

  /// Yes or no, an age, or that the child is still small.
  private static Fill<ClaimDraft> adult(Scene scene, ClaimDraft d, FromPerson event) {
    if (event instanceof Event.Said said) {
      // why: "adik saya masih sd, bisa dapat sekolah?" tells nothing of who claims
      if (said.text().contains("?") || Reading.asks(scene, said.understood())) {
        return new Fill.Other<>();
      }
      if (Listed.any(scene, "claim.not-me-words", said.text())) {
        scene.explain("claim.not-me");
        return new Fill.Unclear<>();
      }
      if (Listed.any(scene, "claim.minor-words", said.text())) {
        return new Fill.Filled<>(d.adult(false));
      }
      Optional<Integer> age = aged(scene, said.text()).or(() -> alone(said.text()));
      if (age.isPresent()) {
        return new Fill.Filled<>(d.adult(age.get() >= ofAge(scene)));
      }
    }
    return Reading.yesNo(scene, "adult", event, d::adult);
  }

  /// A number that is an age though nothing says so; `saya anak nomor 2` is none.
  private static Optional<Integer> alone(String text) {
    String told = text.strip();
    return AGE.matcher(told).matches() ? Optional.of(Integer.valueOf(told)) : Ages.alone(told);
  }

  /// A child who tells their own age beside who they are: `saya anaknya, umur 27`.
  static ClaimDraft ofAge(Scene scene, ClaimDraft draft, String text) {
    boolean own =
        draft.heir().relation() == Relation.CHILD
            && draft.heir().adult() == null
            && Listed.any(scene, "claim.relation-own", text)
            && !Listed.any(scene, Heard.RELATION_DEAD.key(), text);
    Optional<Integer> age = own ? aged(scene, text) : Optional.empty();
    return age.map(years -> draft.adult(years >= ofAge(scene))).orElse(draft);
  }

  /// The only age told: `umur 27`, `umur saya 16`, `masih 9 th`.
  static Optional<Integer> aged(Scene scene, String text) {
    Set<String> before = scene.heard("claim.school.age");
    Set<String> own = scene.heard("claim.relation-own");
    Set<String> behind = scene.heard("claim.school.years");
    List<String> told = Listed.tokens(text);
    List<Integer> ages =
        IntStream.range(0, told.size())
            .filter(i -> AGE.matcher(told.get(i)).matches())
            .filter(
                i ->
                    (i > 0 && before.contains(told.get(i - 1)))
                        || (i > 1
                            && own.contains(told.get(i - 1))
                            && before.contains(told.get(i - 2)))
                        || (i + 1 < told.size() && behind.contains(told.get(i + 1))))
            .mapToObj(i -> Integer.valueOf(told.get(i)))
            .toList();
    return ages.size() == 1 ? Optional.of(ages.getFirst()) : Optional.empty();
  }

  private static int ofAge(Scene scene) {
    return scene.content().rules().death().ofAge();
  }

  static String key(Relation relation) {
    return relation.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
