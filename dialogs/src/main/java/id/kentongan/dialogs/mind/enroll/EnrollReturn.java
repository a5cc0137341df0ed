package id.kentongan.dialogs.mind.enroll;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Aside;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.Slot.Fill;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.talk.TimerName;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Nik;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Taking up the draft that this conversation put aside with `batal`: its code is still known here,
/// so nobody has to type it.
public final class EnrollReturn {
  private static final String CODE = "draft.code";
  private static final String BORN = "draft.born";
  private static final String ASIDE = "draft.aside";
  private static final Set<String> YES = Set.of("consent", "working", Enroll.SUMMARY);

  /// What no `lanjut` answers.
  private static final Set<String> VALUES =
      Set.of("name", "nik", "occupation", "income", "days", "village", "phone");

  /// As many words as only put off: `stop dulu ya anak nangis`.
  private static final int REST = 6;

  private EnrollReturn() {}

  /// Keeps a draft worth keeping under a code; what has no NIK yet is simply let go, and so is what
  /// an agent filled in for somebody else.
  static Move leave(Scene scene, Enroll.Asking asking, boolean stopping) {
    Nik nik = asking.draft().who().nik();
    if (nik == null || asking.draft().agent() != null) {
      return Move.PASS;
    }
    scene.cancel(TimerName.DRAFT_LEFT);
    var draft = scene.stored().draft(asking);
    var awaited = scene.request(new Effect.KeepDraft(EnrollSlots.born(nik, scene.today()), draft));
    scene.hush();
    if (stopping) {
      scene.cancel(TimerName.DRAFT_NUDGE);
      EnrollFacts.forget(scene);
      scene.say("enroll.stopping");
    }
    return new Move.To(new Enroll.Keeping(awaited, asking, stopping));
  }

  /// The code for the draft, or that there is none.
  private static void kept(Scene scene, Enroll.Keeping keeping, Answer answer) {
    if (answer instanceof Answer.DraftKept kept) {
      Nik nik = keeping.at().draft().who().nik();
      if (keeping.leaving() && nik != null) {
        keep(scene, kept.code(), EnrollSlots.born(nik, scene.today()));
      }
      String key = keeping.leaving() ? "enroll.draft-stopped" : "enroll.draft-left";
      scene.say(key, "kode", kept.code().text());
    } else if (keeping.leaving()) {
      scene.say("enroll.draft-not-kept");
    }
  }

  private static void keep(Scene scene, Code code, LocalDate born) {
    scene.remember(CODE, code.text());
    scene.remember(BORN, born.toString());
  }

  /// Whether words go on with the draft that was put aside here under a code.
  public static boolean takenUp(Scene scene, String text) {
    return scene.fact(CODE) != null && Commands.listed(scene, "enroll.take-up", text);
  }

  /// Whether somebody only comes back to an open form: `lanjut yg kemarin`. Where a yes is asked,
  /// `lanjut` is one.
  static boolean goesOn(Scene scene, Enroll.Asking asking, Event.Said said) {
    boolean several = said.text().strip().indexOf(' ') > 0 || VALUES.contains(asking.slot());
    return !YES.contains(asking.slot())
        && several
        && Commands.listed(scene, "enroll.take-up", said.text());
  }

  /// Whether somebody wants a rest from the form: `besok lagi ya`.
  static boolean rests(Scene scene, Event.Said said) {
    return said.text().chars().noneMatch(Character::isDigit)
        && Listed.tokens(said.text()).size() <= REST
        && Listed.any(scene, "enroll.rest-words", said.text());
  }

  static Move rest(Scene scene, Enroll.Asking asking) {
    scene.say("enroll.rest");
    scene.hush();
    return new Move.To(asking);
  }

  /// An enrolment that a family in grief is not asked to go on with: it lies here until they want
  /// it again.
  public static void layAside(Scene scene, Enroll.Asking asking) {
    Aside.lay(scene, ASIDE, asking);
  }

  public static Optional<Enroll.Asking> aside(Scene scene) {
    Optional<Enroll.Asking> laid = Aside.of(scene, ASIDE, Enroll.Asking.class);
    scene.forget(ASIDE);
    return laid;
  }

  /// What whoever did not want to enrol, or stopped, may do next; a yes to it begins anew.
  public static void offer(Scene scene) {
    scene.askText(scene.choices(Commands.DO + Enroll.INTENT, Commands.MENU), "");
  }

  /// Whether words change the mind of who was just offered that, and nothing else: `eh jadi deh`,
  /// `ya udah setuju`.
  public static boolean afresh(Scene scene, Understood words) {
    var shown = scene.turn().talk().memory().choices();
    return shown.size() == 2
        && shown.getFirst().id().equals(Commands.DO + Enroll.INTENT)
        && shown.getLast().id().equals(Commands.MENU)
        && (Commands.listed(scene, "enroll.take-up", words.text())
            || (!Reading.wish(words)
                && Told.yesNo(scene, words) instanceof Parsed.Value<Boolean>(Boolean yes)
                && yes));
  }

  public static void forget(Scene scene) {
    scene.forget(CODE);
    scene.forget(BORN);
  }

  /// Where enrolling begins when a draft was put aside: at the draft when the words say so, else at
  /// the question which of both.
  static Optional<Move> begin(Scene scene, Opening opening) {
    Optional<Enroll.Asking> aside = aside(scene);
    if (aside.isPresent()) {
      scene.acknowledge("resume.enroll");
      return Optional.of(new Move.To(aside.get()));
    }
    String code = scene.fact(CODE);
    String born = scene.fact(BORN);
    if (code == null || born == null) {
      return Optional.empty();
    }
    var draft = new Enroll.Returning(new Code(code), LocalDate.parse(born));
    Set<String> signs = scene.heard("enroll.go-on");
    boolean goesOn =
        Arrays.stream(opening.text().toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
            .anyMatch(signs::contains);
    return Optional.of(goesOn ? found(scene, draft) : new Move.To(draft));
  }

  private static Move found(Scene scene, Enroll.Returning draft) {
    var awaited = scene.request(new Effect.FindDraft(draft.code(), draft.born()));
    return new Move.To(new ResumeDraft.Finding(awaited));
  }

  /// To the draft, or by `anew` to an empty form.
  static Move onReturning(
      Scene scene, Enroll.Returning draft, FromPerson event, Supplier<Move> anew) {
    return switch (Reading.yesNo(scene, Enroll.RETURNING, event, yes -> yes)) {
      case Fill.Filled<Boolean>(Boolean yes) when yes -> found(scene, draft);
      case Fill.Filled<Boolean> _ -> {
        forget(scene);
        yield anew.get();
      }
      case Fill.Unclear<Boolean> _ -> new Move.To(draft);
      case Fill.Other<Boolean> _ -> Move.PASS;
    };
  }

  /// why: the person goes on while the code is made; the code is then told as news.
  static Move onKeeping(Scene scene, Enroll.Keeping keeping, Event event, Supplier<Move> goingOn) {
    if (event instanceof Event.Answered answered) {
      kept(scene, keeping, answered.answer());
      return keeping.leaving() ? Move.OVER : new Move.To(keeping.at());
    }
    return keeping.leaving() ? Move.PASS : goingOn.get();
  }

  /// The question before; nothing where this is the first.
  static Move back(Enroll.Asking asking) {
    return EnrollSlots.FORM
        .back(asking.slot(), asking.draft())
        .<Move>map(b -> new Move.To(new Enroll.Asking(b.slot(), b.draft())))
        .orElse(Move.PASS);
  }
}
