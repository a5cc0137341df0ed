package id.kentongan.dialogs.mind.claim;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.heard.Children;
import id.kentongan.dialogs.mind.heard.LateName;
import id.kentongan.dialogs.mind.heard.Names;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.heard.Writer;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Marked;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.Slot.Fill;
import id.kentongan.dialogs.values.Relation;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a family tells before it is asked, where a button or a day was waited for: the day, the
/// cause, the name of the one who died, who they are themselves.
public final class ClaimEarly {
  private static final Set<String> BUTTONS = Set.of("relation", "died", "place");

  private static final Set<Relation> NEAREST =
      Set.of(Relation.WIFE, Relation.HUSBAND, Relation.CHILD);

  private static final Set<String> NAMES = Set.of("name", "heir");

  /// Where who writes may say who they are, and it is the answer to nothing.
  private static final Set<String> BESIDE = Set.of("nik", "second", "school");

  private static final Pattern PART = Pattern.compile("[,.;\\n]");

  /// As many words as a name alone has.
  private static final int NAME = 3;

  private ClaimEarly() {}

  static Optional<Move> told(Scene scene, Claim.Asking asking, Understood words) {
    // why: where it is asked who is left, `anaknya ada tapi masih 9 th` is the answer
    Optional<Move> kin =
        asking.slot().startsWith("closer") ? Optional.empty() : kin(scene, asking, words.text());
    return kin.or(() -> values(scene, asking, words));
  }

  /// `istrinya masih ada` is no name, where a name is asked.
  static Optional<Move> living(Scene scene, Claim.Asking asking, String text) {
    return NAMES.contains(asking.slot()) ? kin(scene, asking, text) : Optional.empty();
  }

  /// Whether it happened at work: yes, no, or what they were doing. The place and the day told with
  /// it are taken up, and it is asked again where nothing else was told.
  static Fill<ClaimDraft> working(Scene scene, ClaimDraft draft, Understood words) {
    ClaimDraft told = ClaimTold.place(scene, draft, words.text());
    told = ClaimTold.day(scene, words).map(told::died).orElse(told);
    Optional<Boolean> doing = doing(scene, words.text());
    if (doing.isPresent() && !Reading.questioning(scene, words)) {
      return new Fill.Filled<>(told.working(doing.get()));
    }
    if (Reading.wish(words)) {
      return new Fill.Other<>();
    }
    // why: `anak 2 msh sekolah` is no yes, and a yes leads away from the claim
    if (!Children.of(scene, words.text()).none()) {
      scene.acknowledge("small.go-on");
      return new Fill.Unclear<>();
    }
    if (Told.yesNo(scene, words) instanceof Parsed.Value<Boolean>(Boolean yes)) {
      return new Fill.Filled<>(told.working(yes));
    }
    if (told.equals(draft) && ClaimTold.day(scene, words).isEmpty()) {
      return new Fill.Other<>();
    }
    scene.acknowledge("claim.noted");
    return new Fill.Filled<>(told);
  }

  /// Whether what they were doing was work, where the words tell.
  static Optional<Boolean> doing(Scene scene, String text) {
    boolean worked = Told.atWork(scene, text) || Listed.any(scene, "claim.working-words", text);
    boolean idle = Listed.any(scene, "claim.idle-words", text);
    return worked == idle ? Optional.empty() : Optional.of(worked);
  }

  /// Somebody of the nearest who lives, told before it is asked: `ibu masih ada tapi di malaysia`.
  static Optional<Move> kin(Scene scene, Claim.Waiting state, String text) {
    Relation relation = state.draft().heir().relation();
    if (relation == null
        || !Listed.any(scene, "claim.living-words", text)
        || !Listed.any(scene, "claim.living-kin", text)) {
      return Optional.empty();
    }
    scene.say(NEAREST.contains(relation) ? "claim.same-rank" : "claim.noted");
    return Optional.of(new Move.To(state));
  }

  /// What happened is no name, where the name is asked: `jatuh dari pohon kelapa`, `abis jualan`.
  /// A name before it (`Budi Santoso, sakit jantung`) is taken.
  static Optional<Move> story(Scene scene, Claim.Asking asking, Understood words) {
    String text = words.text();
    if (!asking.slot().equals("name") || Reading.questioning(scene, words)) {
      return Optional.empty();
    }
    ClaimDraft draft = asking.draft();
    Optional<LocalDate> day =
        draft.deceased().died() == null ? ClaimTold.day(scene, words) : Optional.empty();
    if (day.isPresent() && draft.heir().relation() != null) {
      return Optional.of(noted(scene, draft, draft.died(day.get())));
    }
    if ((Listed.tokens(text).size() < NAME && !Names.happened(scene, text))
        || !happened(scene, text)) {
      return Optional.empty();
    }
    String begin = PART.split(text, 2)[0];
    ClaimDraft known =
        happened(scene, begin) ? draft : Names.alone(scene, begin).map(draft::named).orElse(draft);
    if (known.deceased().died() == null) {
      known = ClaimTold.day(scene, begin).map(known::died).orElse(known);
    }
    known = cause(scene, asking, known, text);
    if (known.deceased().cause() != null && known.circumstances().working() == null) {
      known = doing(scene, text).map(known::working).orElse(known);
    }
    return Optional.of(noted(scene, draft, known));
  }

  private static boolean happened(Scene scene, String text) {
    return ClaimTold.saysCause(scene, text)
        || Listed.any(scene, "claim.working-words", text)
        || Listed.any(scene, "claim.idle-words", text);
  }

  private static Optional<Move> values(Scene scene, Claim.Asking asking, Understood words) {
    if (!BUTTONS.contains(asking.slot()) || Reading.questioning(scene, words)) {
      return Optional.empty();
    }
    ClaimDraft draft = asking.draft();
    ClaimDraft known = cause(scene, asking, draft, words.text());
    known = asking.slot().equals("died") ? around(scene, known, words.text()) : known;
    known = day(scene, asking, known, words);
    boolean other = !Reading.wish(words) && known.equals(draft);
    known = other ? named(scene, asking, known, words) : known;
    return known.equals(draft) ? Optional.empty() : Optional.of(noted(scene, draft, known));
  }

  static Move noted(Scene scene, ClaimDraft before, ClaimDraft known) {
    String name = known.deceased().name();
    if (name != null && !name.equals(before.deceased().name())) {
      scene.acknowledge("claim.noted-name", "nama", name);
    } else {
      scene.acknowledge("claim.noted");
    }
    return Claim.next(scene, known);
  }

  /// Where the day is asked, only beside something else: `jatuh dari motor hari minggu`.
  private static ClaimDraft day(
      Scene scene, Claim.Asking asking, ClaimDraft known, Understood words) {
    if (known.deceased().died() != null) {
      return known;
    }
    if (!asking.slot().equals("died")) {
      return ClaimTold.day(scene, words).map(known::died).orElse(known);
    }
    return !known.equals(asking.draft())
            && Told.deathDate(scene, words) instanceof Parsed.Value<LocalDate>(LocalDate day)
        ? known.died(day)
        : known;
  }

  /// Where it was, who is left, and that who writes is under age.
  private static ClaimDraft around(Scene scene, ClaimDraft draft, String text) {
    ClaimDraft known = ClaimTold.place(scene, ClaimTold.otherPlace(scene, draft, text), text);
    Relation relation = known.heir().relation();
    if (relation == Relation.CHILD
        && known.heir().adult() == null
        && Listed.any(scene, "claim.minor-words", text)) {
      known = known.adult(false);
    }
    boolean further = relation != null && !NEAREST.contains(relation);
    boolean open = known.heir().closer() == null && known.heir().without() == 0;
    return further && open && Listed.any(scene, "claim.single-words", text)
        ? known.closer(false)
        : known;
  }

  /// The place is what `place` asks, and tells of no cause.
  private static ClaimDraft cause(Scene scene, Claim.Asking asking, ClaimDraft draft, String text) {
    boolean open = draft.deceased().cause() == null && !asking.slot().equals("place");
    boolean answers =
        asking.slot().equals("relation")
            && scene.content().parsers().relation(text) instanceof Parsed.Value<Relation>;
    return open && !answers && ClaimTold.saysCause(scene, text)
        ? ClaimTold.causeDoing(scene, draft, text)
        : draft;
  }

  /// A name behind a word that announces it, whose it is; or a name alone, of the one who died.
  private static ClaimDraft named(
      Scene scene, Claim.Asking asking, ClaimDraft draft, Understood words) {
    Marked marked = Marked.of(scene, words.text());
    if (answer(scene, words)) {
      return draft;
    }
    Optional<String> whose = LateName.whose(scene, marked);
    if (whose.isPresent() && draft.deceased().name() == null) {
      return related(scene, asking, draft.named(whose.get()), words);
    }
    Optional<String> own = Writer.own(marked);
    if (own.isPresent()) {
      return Names.alone(scene, own.get())
          .map(name -> related(scene, asking, draft.claimedBy(name), words))
          .orElse(draft);
    }
    boolean open = draft.deceased().name() == null;
    Optional<String> told = marked.behind("facts.name-signs");
    boolean alone = marked.words().size() <= NAME && asking.slot().equals("relation");
    if (told.isEmpty()
        && alone
        && Told.relation(scene, words) instanceof Parsed.Invalid<Relation>) {
      told = Optional.of(words.text());
    }
    return open ? told.flatMap(t -> Names.alone(scene, t)).map(draft::named).orElse(draft) : draft;
  }

  /// With who they are, where that is asked and told beside a name.
  private static ClaimDraft related(
      Scene scene, Claim.Asking asking, ClaimDraft draft, Understood words) {
    return asking.slot().equals("relation")
            && Told.relation(scene, words) instanceof Parsed.Value<Relation>(Relation relation)
        ? draft.related(relation)
        : draft;
  }

  /// The name of who writes, where something else is asked: whether they are of age, a NIK, and the
  /// name of the one who died, which `saya Rina` is not.
  static Optional<Move> writer(Scene scene, Claim.Asking asking, Understood words) {
    ClaimDraft aged = ClaimHeirs.ofAge(scene, asking.draft(), words.text());
    if (!aged.equals(asking.draft())
        && !asking.slot().equals("adult")
        && !Reading.questioning(scene, words)
        && ClaimTold.day(scene, words).isEmpty()
        && Listed.tokens(words.text()).size() <= NAME + 1) {
      scene.acknowledge(ClaimHeirs.minor(aged) ? "claim.minor" : "claim.noted");
      return Optional.of(Claim.next(scene, aged));
    }
    if (asking.draft().heir().name() != null || Reading.wish(words) || answer(scene, words)) {
      return Optional.empty();
    }
    Marked marked = Marked.of(scene, words.text());
    Optional<String> whose =
        asking.slot().equals("name") ? LateName.whose(scene, marked) : Optional.empty();
    if (whose.isPresent()) {
      return whose.map(name -> noted(scene, asking.draft(), asking.draft().named(name)));
    }
    Set<String> own = marked.listed("claim.relation-own");
    Optional<String> told =
        switch (asking.slot()) {
          case "adult" -> Writer.behindKin(marked, own);
          case "name" ->
              Writer.behindKin(marked, own)
                  .or(() -> Writer.written(marked, own))
                  .filter(n -> Listed.tokens(n).size() <= NAME);
          case String slot when BESIDE.contains(slot) -> Writer.own(marked);
          default -> Optional.empty();
        };
    return told.flatMap(name -> Names.alone(scene, name))
        .map(name -> noted(scene, asking.draft(), asking.draft().claimedBy(name)));
  }

  /// Whether the words only say yes, no, or that nothing is known.
  private static boolean answer(Scene scene, Understood words) {
    return Told.yesNo(scene, words) instanceof Parsed.Value<Boolean>
        || Listed.any(scene, "claim.unknown-words", words.text())
        || Listed.any(scene, "claim.day-words", words.text())
        || !ClaimTold.place(scene, ClaimDraft.EMPTY, words.text()).equals(ClaimDraft.EMPTY)
        || Reading.courtesy(words);
  }
}
