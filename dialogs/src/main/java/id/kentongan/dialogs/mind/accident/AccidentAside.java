package id.kentongan.dialogs.mind.accident;

import id.kentongan.dialogs.mind.answer.Benefits;
import id.kentongan.dialogs.mind.answer.Particular;
import id.kentongan.dialogs.mind.claim.Claim;
import id.kentongan.dialogs.mind.claim.ClaimAnywhere;
import id.kentongan.dialogs.mind.claim.ClaimAside;
import id.kentongan.dialogs.mind.claim.ClaimDue;
import id.kentongan.dialogs.mind.claim.ClaimReturn;
import id.kentongan.dialogs.mind.claim.ClaimTold;
import id.kentongan.dialogs.mind.heard.Children;
import id.kentongan.dialogs.mind.heard.Names;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.heard.Writer;
import id.kentongan.dialogs.mind.scene.Doubt;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Marked;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.values.Nik;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is asked in the middle of a report of an accident, and means the accident: its papers, the
/// days to report it. Words that only sound like a death among people who live begin no claim.
public final class AccidentAside {
  /// Who asks in the middle of a report who pays means the treatment.
  public static final String WHO_PAYS = "ask.discount";

  /// What the class of a school sounds like.
  public static final String KESEHATAN = "ask.kesehatan";

  /// Who asks for papers here means those of the accident.
  private static final Set<String> PAPERS = Set.of(ClaimAside.REQUIREMENTS, ClaimAside.DOCUMENTS);

  /// Where the day may be told before it is asked, and where `sekarang` tells it.
  private static final Set<String> EARLY = Set.of("victim", "day");

  /// Where the hour was asked before.
  private static final Set<String> LATER = Set.of("nik", "notifier", "phone");

  private static final Set<String> OURS = Set.of(Benefits.WORK, WHO_PAYS);

  private AccidentAside() {}

  static Optional<Move> heard(Scene scene, Accident.Asking asking, Event.Said said) {
    return ClaimReturn.back(scene, asking.draft(), said)
        .or(() -> remarked(scene, asking, said.text()))
        .or(() -> late(scene, asking, said))
        .or(() -> day(scene, asking, said))
        .or(() -> children(scene, asking, said))
        .or(() -> numbered(scene, asking, said))
        .or(() -> writer(scene, asking, said))
        .or(() -> hour(scene, asking, said))
        .or(() -> unable(scene, asking, said))
        .or(() -> asked(scene, asking, said));
  }

  /// How they feel, or that who was hurt is no member.
  private static Optional<Move> remarked(Scene scene, Accident.Asking asking, String text) {
    if (ClaimAside.grieves(scene, text)) {
      scene.say("claim.sorrow");
    } else if (Particular.notMember(scene, text)) {
      scene.acknowledge("accident.not-member");
    } else {
      return Optional.empty();
    }
    return Optional.of(new Move.To(asking));
  }

  private static Optional<Move> late(Scene scene, Accident.Asking asking, Event.Said said) {
    if (!ClaimAnywhere.late(scene, said)) {
      return Optional.empty();
    }
    scene.say("accident.until-late");
    return Optional.of(new Move.To(asking));
  }

  /// The day before it is asked, or the place where the day is.
  private static Optional<Move> day(Scene scene, Accident.Asking asking, Event.Said said) {
    AccidentDraft draft = asking.draft();
    boolean dayAsked = asking.slot().equals("day");
    Optional<LocalDate> now = AccidentTold.now(scene, said.text());
    Optional<LocalDate> day =
        dayAsked ? now : ClaimTold.day(scene, said.understood()).or(() -> now);
    if (day.isPresent() && EARLY.contains(asking.slot()) && draft.day() == null) {
      scene.acknowledge("claim.noted");
      return Optional.of(
          new Move.To(
              Accident.asking(
                  AccidentTold.gather(scene, draft.day(day.get()), said.understood()))));
    }
    if (dayAsked
        && draft.where() == null
        && AccidentTold.place(scene, said.text())
        && day.isEmpty()) {
      scene.acknowledge("claim.noted");
      return Optional.of(new Move.To(Accident.asking(draft.where(Told.plain(said.text())))));
    }
    return Optional.empty();
  }

  /// The children at home, whose class at school sounds like a hospital's.
  private static Optional<Move> children(Scene scene, Accident.Asking asking, Event.Said said) {
    if (Children.of(scene, said.text()).none()
        || Reading.questioning(scene, said.understood())
        || Names.beside(scene, said.text()).isPresent()
        || !said.understood().best().intent().equals(KESEHATAN)) {
      return Optional.empty();
    }
    scene.acknowledge("small.go-on");
    return Optional.of(new Move.To(asking));
  }

  /// The NIK, or that it is not known, where something else is asked.
  private static Optional<Move> numbered(Scene scene, Accident.Asking asking, Event.Said said) {
    if (asking.slot().equals("nik")) {
      return Optional.empty();
    }
    Optional<Nik> nik = ClaimTold.nik(scene, said.understood());
    if (nik.isPresent() && AccidentTold.wordless(said.text())) {
      scene.acknowledge("accident.nik-noted");
      return Optional.of(
          new Move.To(new Accident.Asking(asking.slot(), asking.draft().nik(nik.get()))));
    }
    if (!ClaimTold.nikUnknown(scene, said.text())) {
      return Optional.empty();
    }
    scene.say("claim.no-nik");
    return Optional.of(new Move.To(new Accident.Asking(asking.slot(), asking.draft().nikLater())));
  }

  /// `saya temannya, Joko`, where a NIK is asked.
  private static Optional<Move> writer(Scene scene, Accident.Asking asking, Event.Said said) {
    if (!asking.slot().equals("nik") || asking.draft().notifier() != null) {
      return Optional.empty();
    }
    Optional<String> name =
        Writer.own(Marked.of(scene, said.text())).flatMap(told -> Names.alone(scene, told));
    name.ifPresent(_ -> scene.acknowledge("claim.noted"));
    return name.map(told -> new Move.To(Accident.asking(asking.draft().notifier(told))));
  }

  /// The hour told once more, where who reports is asked: `tadi pagi jam 6`.
  private static Optional<Move> hour(Scene scene, Accident.Asking asking, Event.Said said) {
    if (!LATER.contains(asking.slot()) || !AccidentTold.hour(scene, said.text())) {
      return Optional.empty();
    }
    scene.acknowledge("claim.noted");
    return Optional.of(new Move.To(Accident.asking(asking.draft().time(Told.plain(said.text())))));
  }

  /// How long they cannot work belongs to the story, which is still to come.
  private static Optional<Move> unable(Scene scene, Accident.Asking asking, Event.Said said) {
    if (asking.draft().story() != null
        || asking.slot().equals("story")
        || Listed.any(scene, "accident.story-words", said.text())
        || !AccidentTold.unable(scene, said.text())) {
      return Optional.empty();
    }
    scene.acknowledge("accident.unable");
    return Optional.of(new Move.To(asking));
  }

  /// A question that means the accident.
  private static Optional<Move> asked(Scene scene, Accident.Asking asking, Event.Said said) {
    if (!(Doubt.of(said.understood()) instanceof Doubt.Sure(String intent))) {
      return Reading.likelyOf(scene, OURS, said.understood());
    }
    if (PAPERS.contains(intent)) {
      papers(scene, asking.draft());
      return Optional.of(new Move.To(asking));
    }
    if (intent.equals(ClaimAside.TIME)) {
      scene.say("accident.until");
      return Optional.of(new Move.To(asking));
    }
    if (asking.draft().more().death()) {
      return intent.equals(Benefits.DEATH) ? Optional.of(due(scene, asking)) : Optional.empty();
    }
    return AccidentTold.death(scene, said.text())
        ? Optional.empty()
        : switch (intent) {
          case Benefits.DEATH ->
              Optional.of(new Move.Digress(new Opening(Benefits.WORK, said.understood())));
          case Claim.INTENT -> Optional.of(new Move.To(asking));
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
