package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.values.Nik;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is asked in the middle of a report of an accident, and means the accident: its papers, the
/// days to report it. Words that only sound like a death among people who live begin no claim.
final class AccidentAside {
  /// Who asks in the middle of a report who pays means the treatment.
  static final String WHO_PAYS = "ask.discount";

  /// What the class of a school sounds like.
  static final String KESEHATAN = "ask.kesehatan";

  /// Who asks for papers here means those of the accident.
  private static final Set<String> PAPERS = Set.of(ClaimAside.REQUIREMENTS, ClaimAside.DOCUMENTS);

  /// Where the day may be told before it is asked, and where `sekarang` tells it.
  private static final Set<String> EARLY = Set.of("victim", "day");

  private static final Set<String> OURS = Set.of(Benefits.WORK, WHO_PAYS);

  private AccidentAside() {}

  static Optional<Move> heard(Scene scene, Accident.Asking asking, Event.Said said) {
    Optional<Move> back = ClaimReturn.back(scene, asking.draft(), said);
    if (back.isPresent()) {
      return back;
    }
    if (ClaimAside.grieves(scene, said.text())) {
      scene.say("claim.sorrow");
      return Optional.of(new Move.To(asking));
    }
    if (ClaimAside.late(scene, said)) {
      scene.say("accident.until-late");
      return Optional.of(new Move.To(asking));
    }
    if (Particular.notMember(scene, said.text())) {
      scene.acknowledge("accident.not-member");
      return Optional.of(new Move.To(asking));
    }
    Optional<LocalDate> day =
        asking.slot().equals("day")
            ? AccidentTold.now(scene, said.text())
            : ClaimTold.day(scene, said.understood())
                .or(() -> AccidentTold.now(scene, said.text()));
    if (day.isPresent() && EARLY.contains(asking.slot()) && asking.draft().day() == null) {
      scene.acknowledge("claim.noted");
      AccidentDraft known = asking.draft().day(day.get());
      return Optional.of(
          new Move.To(Accident.asking(AccidentTold.gather(scene, known, said.understood()))));
    }
    if (asking.slot().equals("day")
        && asking.draft().where() == null
        && AccidentTold.place(scene, said.text())
        && day.isEmpty()) {
      scene.acknowledge("claim.noted");
      return Optional.of(
          new Move.To(Accident.asking(asking.draft().where(Told.plain(said.text())))));
    }
    // why: who tells of the children at home asks about no hospital class
    if (!Children.of(scene, said.text()).none()
        && !Reading.questioning(scene, said.understood())
        && Names.beside(scene, said.text()).isEmpty()
        && said.understood().best().intent().equals(KESEHATAN)) {
      scene.acknowledge("small.go-on");
      return Optional.of(new Move.To(asking));
    }
    Optional<Nik> nik = ClaimTold.nik(scene, said.understood());
    if (!asking.slot().equals("nik") && nik.isPresent() && AccidentTold.wordless(said.text())) {
      scene.acknowledge("accident.nik-noted");
      return Optional.of(
          new Move.To(new Accident.Asking(asking.slot(), asking.draft().nik(nik.get()))));
    }
    if (!asking.slot().equals("nik") && ClaimTold.nikUnknown(scene, said.text())) {
      scene.say("claim.no-nik");
      return Optional.of(
          new Move.To(new Accident.Asking(asking.slot(), asking.draft().nikLater())));
    }
    if (!(Doubt.of(said.understood()) instanceof Doubt.Sure(String intent))) {
      return Reading.likelyOf(scene, OURS, said.understood());
    }
    if (PAPERS.contains(intent)) {
      papers(scene, asking.draft());
      return Optional.of(new Move.To(asking));
    }
    if (asking.draft().more().death()) {
      if (intent.equals(ClaimAside.TIME)) {
        scene.say("accident.until");
        return Optional.of(new Move.To(asking));
      }
      return intent.equals(Benefits.DEATH) ? Optional.of(due(scene, asking)) : Optional.empty();
    }
    return switch (intent) {
      case ClaimAside.TIME -> {
        scene.say("accident.until");
        yield Optional.of(new Move.To(asking));
      }
      case Benefits.DEATH ->
          AccidentTold.death(scene, said.text())
              ? Optional.empty()
              : Optional.of(new Move.Digress(new Opening(Benefits.WORK, said.understood())));
      case Claim.INTENT ->
          AccidentTold.death(scene, said.text())
              ? Optional.empty()
              : Optional.of(new Move.To(asking));
      default -> Optional.empty();
    };
  }

  /// What a death at work comes to: `berapa dapetnya` asks for no other benefit here.
  private static Move due(Scene scene, Accident.Asking asking) {
    ClaimDue.atWork(scene);
    return new Move.To(asking);
  }

  /// What is to be got ready, and where each comes from.
  static void papers(Scene scene, AccidentDraft draft) {
    String papers =
        scene.content().papers().accident().stream()
            .map(p -> scene.words("claim.paper", "nama", p.name(), "dari", p.where(Set.of())))
            .collect(Collectors.joining("\n"));
    scene.say(draft.more().death() ? "accident.papers-death" : "accident.papers", "daftar", papers);
  }
}
