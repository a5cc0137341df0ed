package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.mind.Slot.Fill;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Awaits;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.talk.TimerName;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Enrolling oneself (E1): consent, the fields of [EnrollSlots], a summary, the submission, a
/// number and how to pay.
final class Enroll implements Dialog<Enroll.Waiting> {
  /// A draft with a NIK in it is kept under a code after this time, so that it is found again from
  /// another number.
  private static final Duration LEFT = Duration.ofMinutes(30);

  private static final String SUMMARY = "summary";
  private static final String FIELD = "field";
  private final Form<EnrollDraft> form = EnrollSlots.FORM;

  /// What an enrolment waits for.
  sealed interface Waiting extends State {
    @Override
    default String dialog() {
      return "enroll";
    }
  }

  /// For the field `slot`, or in the summary for a yes or the field to correct.
  record Asking(String slot, EnrollDraft draft) implements Waiting {
    @Override
    public String name() {
      return slot;
    }
  }

  /// For the records to take the enrolment.
  record Submitting(EffectId awaited, EnrollDraft draft) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "submitting";
    }
  }

  /// For the code of the draft; `slot` is where it goes on, `leaving` when the person said stop.
  record Keeping(EffectId awaited, Asking at, boolean leaving) implements Waiting, Awaits {
    @Override
    public boolean awaits(EffectId effect) {
      return awaited.equals(effect);
    }

    @Override
    public String name() {
      return "keeping";
    }
  }

  @Override
  public Class<Waiting> states() {
    return Waiting.class;
  }

  @Override
  public Set<String> intents() {
    return Set.of("enroll.start");
  }

  @Override
  public Move start(Scene scene, Opening opening) {
    EnrollDraft wanted = EnrollExtras.wanted(scene, EnrollDraft.EMPTY);
    EnrollDraft told = EnrollFacts.gather(scene, wanted, opening.words());
    EnrollDraft draft = EnrollFacts.remembered(scene, told);
    if (draft.who().phone() == null) {
      draft = draft.reachedAt(Told.senderPhone(scene));
    }
    scene.acknowledge("enroll.welcome");
    EnrollChanges.tell(scene, wanted, told, "", "enroll.noted");
    return next(scene, draft);
  }

  @Override
  public Move on(Scene scene, Waiting state, Event event) {
    return switch (state) {
      case Asking asking -> onAsking(scene, asking, event);
      case Submitting submitting -> onSubmitting(scene, submitting, event);
      case Keeping keeping -> onKeeping(scene, keeping, event);
    };
  }

  @Override
  public void ask(Scene scene, Waiting state) {
    switch (state) {
      case Asking a -> {
        Told.address(scene, a.draft().who().name(), a.draft().who().nik());
        switch (a.slot()) {
          case SUMMARY -> EnrollSummary.show(scene, a.draft(), a.equals(scene.turn().talk().top()));
          case FIELD -> EnrollSummary.askField(scene);
          default -> form.slot(a.slot()).asker().accept(scene, a.draft());
        }
      }
      case Submitting _ -> scene.ask(List.of(), "enroll.submitting");
      case Keeping k -> ask(scene, k.at());
    }
  }

  private Move onAsking(Scene scene, Asking asking, Event event) {
    return switch (event) {
      case Event.Tapped t when t.choice().equals(Commands.BACK) -> back(asking);
      case Event.Tapped t when t.choice().equals(Commands.CANCEL) -> leave(scene, asking, true);
      case Event.Tapped t when t.choice().startsWith("field.") ->
          correct(scene, asking, t.choice().substring("field.".length()), t);
      case Event.SentContact c when c.own() && !asking.slot().equals("phone") ->
          changed(scene, asking, asking.draft().reachedAt(c.phone()));
      case Event.SentLocation _ when asking.slot().equals("village") -> {
        scene.acknowledge("enroll.location");
        yield new Move.To(asking);
      }
      case FromPerson said -> fill(scene, asking, said);
      case Event.Due due when due.timer() == TimerName.DRAFT_LEFT -> leave(scene, asking, false);
      case Event.Due _, Event.Answered _, Event.Noticed _, Event.Left _ -> Move.PASS;
    };
  }

  private Move fill(Scene scene, Asking asking, FromPerson event) {
    boolean open = asking.draft().who().consent();
    var named =
        asking.slot().equals(FIELD)
            ? EnrollSummary.fieldNamed(scene, event)
            : EnrollSummary.correction(scene, event);
    if (named.isPresent() && open) {
      return correct(scene, asking, named.get(), event);
    }
    if (named.isPresent()) {
      scene.acknowledge("enroll.correct-later");
      return new Move.To(asking);
    }
    return switch (asking.slot()) {
      case SUMMARY -> onSummary(scene, asking, event);
      case FIELD -> retold(scene, asking, event).orElse(Move.PASS);
      default -> onSlot(scene, asking, event);
    };
  }

  private Move onSlot(Scene scene, Asking asking, FromPerson event) {
    return switch (form.read(scene, asking.slot(), asking.draft(), event)) {
      case Fill.Filled<EnrollDraft>(EnrollDraft draft) -> filled(scene, asking, draft, event);
      case Fill.Unclear<EnrollDraft> _ -> retold(scene, asking, event).orElse(new Move.To(asking));
      case Fill.Other<EnrollDraft> _ -> retold(scene, asking, event).orElse(Move.PASS);
    };
  }

  /// Values of other fields, told where another answer was expected.
  private Optional<Move> retold(Scene scene, Asking asking, FromPerson event) {
    if (!(event instanceof Event.Said said) || !EnrollFacts.telling(scene, said.understood())) {
      return Optional.empty();
    }
    EnrollDraft told = EnrollFacts.retold(scene, asking.draft(), said.understood());
    return told.equals(asking.draft())
        ? Optional.empty()
        : Optional.of(changed(scene, asking, told));
  }

  private Move changed(Scene scene, Asking asking, EnrollDraft now) {
    scene.understood();
    EnrollChanges.tell(scene, asking.draft(), now, "", "enroll.noted");
    return next(scene, now);
  }

  private Move filled(Scene scene, Asking asking, EnrollDraft draft, FromPerson event) {
    if (asking.slot().equals("consent")) {
      if (!draft.who().consent()) {
        scene.say("enroll.no-consent");
        return Move.OVER;
      }
      scene.tell(new Effect.RecordConsent("enroll", scene.content().rules().consent().version()));
    }
    if (Boolean.FALSE.equals(draft.job().working())) {
      scene.say("enroll.not-working");
      return Move.OVER;
    }
    EnrollDraft told =
        event instanceof Event.Said said
            ? EnrollFacts.gather(scene, draft, said.understood())
            : draft;
    EnrollChanges.tell(scene, asking.draft(), told, asking.slot(), "enroll.noted");
    return next(scene, told);
  }

  private Move next(Scene scene, EnrollDraft draft) {
    Place village = draft.who().village();
    if (village != null) {
      scene.livesIn(village.code());
    }
    EnrollFacts.keepInMind(scene, draft);
    if (draft.who().nik() != null) {
      scene.timer(TimerName.DRAFT_LEFT, LEFT);
    }
    return new Move.To(new Asking(form.next(draft).map(Slot::name).orElse(SUMMARY), draft));
  }

  private Move onSummary(Scene scene, Asking asking, FromPerson event) {
    var retold = retold(scene, asking, event);
    if (retold.isPresent()) {
      return retold.get();
    }
    return switch (Reading.yesNo(scene, SUMMARY, event, Told::yesNo, yes -> yes)) {
      case Fill.Filled<Boolean>(Boolean yes) when yes -> submit(scene, asking.draft());
      case Fill.Filled<Boolean> _ -> new Move.To(new Asking(FIELD, asking.draft()));
      case Fill.Unclear<Boolean> _ -> new Move.To(asking);
      case Fill.Other<Boolean> _ -> Move.PASS;
    };
  }

  /// Empties a field and asks it again, unless the same words tell it anew: `salah, penghasilan 1,5
  /// juta`.
  private Move correct(Scene scene, Asking asking, String field, FromPerson event) {
    if (!form.has(field)) {
      return Move.PASS;
    }
    EnrollDraft emptied = form.slot(field).clear().apply(asking.draft());
    var value = Corrections.value(scene, "enroll", field, event);
    Fill<EnrollDraft> fill =
        value.isPresent()
            ? form.read(scene, field, emptied, value.get())
            : new Fill.Other<EnrollDraft>();
    return switch (fill) {
      case Fill.Filled<EnrollDraft>(EnrollDraft told) -> {
        EnrollChanges.tell(scene, emptied, told, "", "enroll.changed");
        yield next(scene, told);
      }
      case Fill.Unclear<EnrollDraft> _ -> new Move.To(new Asking(field, emptied));
      case Fill.Other<EnrollDraft> _ ->
          retold(scene, asking, event).orElse(new Move.To(new Asking(field, emptied)));
    };
  }

  private Move back(Asking asking) {
    return form.back(asking.slot(), asking.draft())
        .<Move>map(b -> new Move.To(new Asking(b.slot(), b.draft())))
        .orElse(Move.PASS);
  }

  private Move submit(Scene scene, EnrollDraft draft) {
    scene.cancel(TimerName.DRAFT_LEFT);
    var awaited = scene.request(new Effect.SubmitEnrollment(EnrollSummary.complete(scene, draft)));
    return new Move.To(new Submitting(awaited, draft));
  }

  /// Keeps a draft worth keeping under a code; what has no NIK yet is simply let go.
  private static Move leave(Scene scene, Asking asking, boolean stopping) {
    Nik nik = asking.draft().who().nik();
    if (nik == null) {
      return Move.PASS;
    }
    scene.cancel(TimerName.DRAFT_LEFT);
    var draft = Dialogs.json().draft(asking);
    var awaited = scene.request(new Effect.KeepDraft(EnrollSlots.born(nik, scene.today()), draft));
    if (stopping) {
      scene.say("enroll.stopping");
      scene.hush();
    }
    return new Move.To(new Keeping(awaited, asking, stopping));
  }

  private Move onKeeping(Scene scene, Keeping keeping, Event event) {
    if (event instanceof Event.Answered answered) {
      if (answered.answer() instanceof Answer.DraftKept kept) {
        scene.say(
            keeping.leaving() ? "enroll.draft-stopped" : "enroll.draft-left",
            "kode",
            kept.code().text());
      } else if (keeping.leaving()) {
        scene.say("enroll.draft-not-kept");
      }
      return keeping.leaving() ? Move.OVER : new Move.To(keeping.at());
    }
    // why: the person goes on while the code is made; the code is then told as news
    return keeping.leaving() ? Move.PASS : onAsking(scene, keeping.at(), event);
  }

  private static Move onSubmitting(Scene scene, Submitting submitting, Event event) {
    if (event instanceof Event.Answered answered) {
      return EnrollSummary.submitted(scene, submitting.draft(), answered.answer());
    }
    if (event instanceof Event.Tapped t
        && (t.choice().equals(Commands.CANCEL) || t.choice().equals(Commands.BACK))) {
      scene.acknowledge("enroll.already-sent");
      return new Move.To(submitting);
    }
    return Move.PASS;
  }

  static Choice fieldChoice(Scene scene, String field) {
    return scene.choice("field." + field);
  }
}
