package id.kentongan.dialogs.mind.village;

import id.kentongan.dialogs.content.Region;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Dialog;
import id.kentongan.dialogs.mind.scene.Doubt;
import id.kentongan.dialogs.mind.scene.Drawn;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.SmallTalk;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Awaits;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.DrawnAs;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.values.AreaCoverage.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How many of an area's workers are members (V1): for the village known of the person, or the area
/// that they name; then as a picture or table; or a village's checklist for Desa Sadar (V3). Public
/// counts, so nobody needs to show who they are.
public final class VillageCoverage implements Dialog<VillageCoverage.Waiting> {
  public static final String INTENT = "village.coverage";
  static final String PICTURE = "village.picture";
  static final String SHEET = "village.sheet";
  public static final String SADAR = "village.sadar";
  static final String CERTIFICATE = "village.certificate";
  private static final String AREA = "area.";
  private static final int VILLAGE = "35.10.17.2003".length();

  /// The village whose figures were told last.
  private static final String LAST = "coverage.last";

  /// What a village's name alone may be taken for.
  private static final Set<String> VALUES = Set.of(SmallTalk.AFFIRM, SmallTalk.DENY, "ask.village");

  /// What a question about coverage waits for.
  public sealed interface Waiting extends State {
    @Override
    default String dialog() {
      return "coverage";
    }
  }

  /// The name of the area.
  record Asking(CoverageAsked asked) implements Waiting {
    public Asking {
      asked = Objects.requireNonNullElse(asked, CoverageAsked.WHOLE);
    }

    @Override
    public String name() {
      return "area";
    }
  }

  record Reading(EffectId awaited, CoverageAsked asked) implements Waiting, Awaits.One {
    public Reading {
      asked = Objects.requireNonNullElse(asked, CoverageAsked.WHOLE);
    }

    @Override
    public String name() {
      return "reading";
    }
  }

  /// The name of the village whose checklist is wanted.
  record Naming() implements Waiting {
    @Override
    public String name() {
      return "village";
    }
  }

  /// For the figures of the checklist.
  record Listing(EffectId awaited) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "listing";
    }
  }

  /// `area`: whose coverage is drawn; null for a certificate.
  record Drawing(EffectId awaited, @Nullable String area) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "drawing";
    }
  }

  @Override
  public Class<Waiting> states() {
    return Waiting.class;
  }

  @Override
  public Set<String> intents() {
    return Set.of(INTENT, PICTURE, SHEET, SADAR, CERTIFICATE);
  }

  @Override
  public Move start(Scene scene, Opening opening) {
    if (opening.intent().equals(SADAR)) {
      return checklist(scene, AreaWords.asked(scene, SadarText.bare(scene, opening.text())));
    }
    Optional<String> code = Region.codeOf(opening.detail());
    if (code.isPresent()) {
      return switch (opening.intent()) {
        case CERTIFICATE ->
            new Move.To(new Drawing(scene.request(new Effect.DrawCertificate(code.get())), null));
        case PICTURE -> draw(scene, code.get(), DrawnAs.PICTURE);
        case SHEET -> draw(scene, code.get(), DrawnAs.SHEET);
        default -> read(scene, code.get(), 0, CoverageAsked.WHOLE);
      };
    }
    AreaWords told = AreaWords.asked(scene, opening.text());
    String home = known(scene);
    CoverageAsked asked = CoverageAsked.of(scene, opening.text());
    if (!told.name().isEmpty()) {
      return read(scene, told.name(), told.level(), asked);
    }
    return home == null ? new Move.To(new Asking(asked)) : read(scene, told.around(home), 0, asked);
  }

  /// Whether words name another area after one was told of: `kalau kecamatan?`, `desa kalipait`.
  public static boolean follows(Scene scene, String text) {
    return INTENT.equals(scene.learnt().subject()) && AreaWords.asked(scene, text).level() > 0;
  }

  private static Move checklist(Scene scene, AreaWords told) {
    String home = known(scene);
    if (told.name().isEmpty()) {
      return home == null ? new Move.To(new Naming()) : list(scene, home);
    }
    return list(scene, told.name());
  }

  /// The village that the person lives in, else the one told of last.
  private static @Nullable String known(Scene scene) {
    String lives = scene.learnt().village();
    return lives == null ? scene.fact(LAST) : lives;
  }

  private static Move list(Scene scene, String village) {
    return new Move.To(new Listing(scene.request(new Effect.ReadCoverage(village, VILLAGE))));
  }

  private static Move draw(Scene scene, String code, DrawnAs form) {
    return new Move.To(new Drawing(scene.request(new Effect.DrawCoverage(code, form)), code));
  }

  private static Move read(Scene scene, String area, int level, CoverageAsked asked) {
    return new Move.To(new Reading(scene.request(new Effect.ReadCoverage(area, level)), asked));
  }

  @Override
  public Move on(Scene scene, Waiting state, Event event) {
    return switch (state) {
      case Asking _, Naming _ ->
          event instanceof FromPerson said ? named(scene, state, said) : Move.PASS;
      case Reading _, Listing _ ->
          event instanceof Event.Answered a ? told(scene, state, a.answer()) : Move.PASS;
      case Drawing(_, var area) ->
          event instanceof Event.Answered a ? drawn(scene, a.answer(), area) : Move.PASS;
    };
  }

  @Override
  public void ask(Scene scene, Waiting state) {
    switch (state) {
      case Asking _ -> scene.ask(List.of(), "village.ask");
      case Naming _ -> scene.ask(List.of(), "village.sadar.ask");
      case Reading _, Listing _, Drawing _ -> scene.ask(List.of(), "wait");
    }
  }

  private static Move named(Scene scene, Waiting state, FromPerson event) {
    boolean listing = state instanceof Naming;
    if (event instanceof Event.Tapped tapped && tapped.choice().startsWith(AREA)) {
      return Region.codeOf(tapped.choice().substring(AREA.length()))
          .map(code -> listing ? list(scene, code) : read(scene, code, 0, asked(state)))
          .orElse(Move.PASS);
    }
    if (!(event instanceof Event.Said said) || wishes(said)) {
      return Move.PASS;
    }
    AreaWords told = AreaWords.answered(scene, said.text());
    if (told.name().isEmpty()) {
      return Move.PASS;
    }
    CoverageAsked asked = CoverageAsked.of(scene, said.text());
    return listing
        ? list(scene, told.name())
        : read(
            scene,
            told.name(),
            told.level(),
            asked instanceof CoverageAsked.Whole ? asked(state) : asked);
  }

  private static CoverageAsked asked(Waiting state) {
    return switch (state) {
      case Asking(var asked) -> asked;
      case Reading(_, var asked) -> asked;
      case Naming _, Listing _, Drawing _ -> CoverageAsked.WHOLE;
    };
  }

  private static boolean wishes(Event.Said said) {
    return Doubt.of(said.understood()) instanceof Doubt.Sure(String intent)
        && !intent.equals(INTENT)
        && !VALUES.contains(intent);
  }

  private static Move told(Scene scene, Waiting state, Answer answer) {
    boolean listing = state instanceof Listing;
    Waiting again = listing ? new Naming() : new Asking(asked(state));
    return switch (answer) {
      case Answer.CoverageRead read when listing -> {
        scene.sayText(SadarText.of(scene, read.coverage()));
        scene.askText(
            List.of(
                new Choice(
                    Commands.DO + CERTIFICATE + ':' + read.coverage().area().code(),
                    scene.words("choice.do." + CERTIFICATE)),
                scene.choice(Commands.DO + INTENT),
                scene.choice(Commands.DO + VillageBudget.INTENT)),
            "");
        yield Move.OVER;
      }
      case Answer.CoverageRead read -> {
        keep(scene, read.coverage().area());
        scene.learn(scene.learnt().about(INTENT));
        scene.sayText(CoverageText.of(scene, read.coverage(), asked(state)));
        offer(scene, read.coverage().area().code());
        yield Move.OVER;
      }
      case Answer.AreaUnclear several -> {
        var choices = new ArrayList<Choice>();
        several.areas().forEach(a -> choices.add(new Choice(AREA + a.code(), label(scene, a))));
        scene.ask(choices, "village.which");
        yield new Move.To(again);
      }
      case Answer.AreaUnknown _ -> {
        scene.ask(List.of(), "village.unknown");
        yield new Move.To(again);
      }
      default -> {
        scene.say("given-up");
        yield Move.OVER;
      }
    };
  }

  private static void keep(Scene scene, Area area) {
    if (area.code().length() == VILLAGE) {
      scene.remember(LAST, area.code());
    }
  }

  private static void offer(Scene scene, String code) {
    scene.askText(
        List.of(
            new Choice(Commands.DO + PICTURE + ':' + code, scene.words("choice.village.picture")),
            new Choice(Commands.DO + SHEET + ':' + code, scene.words("choice.village.sheet")),
            scene.choice(Commands.DO + VillageBudget.INTENT)),
        "");
  }

  /// As short as tells it from the others: `Kec. Tegaldlimo`, `Tanjung, Belimbing`.
  private static String label(Scene scene, Area area) {
    String kind = CoverageText.kind(area);
    String near = area.above().isEmpty() ? "" : area.above().getFirst();
    return scene.words("village.label." + kind, "nama", area.name(), "dalam", near);
  }

  private static Move drawn(Scene scene, Answer answer, @Nullable String area) {
    Drawn.tell(scene, answer);
    if (area != null) {
      offer(scene, area);
    }
    return Move.OVER;
  }
}
