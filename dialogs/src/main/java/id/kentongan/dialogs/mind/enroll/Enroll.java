package id.kentongan.dialogs.mind.enroll;

import id.kentongan.dialogs.mind.heard.Corrections;
import id.kentongan.dialogs.mind.heard.NameAgain;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Dialog;
import id.kentongan.dialogs.mind.scene.Form;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.Slot;
import id.kentongan.dialogs.mind.scene.Slot.Fill;
import id.kentongan.dialogs.talk.Awaits;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.talk.TimerName;
import id.kentongan.dialogs.values.Code;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Enrolling oneself (E1): consent, the fields of [EnrollSlots], a summary, the submission, a
/// number and how to pay.
public final class Enroll implements Dialog<Enroll.Waiting> {
  /// After this time a draft with a NIK is kept under a code, to be found from another number.
  private static final Duration LEFT = Duration.ofMinutes(30);

  public static final String INTENT = "enroll.start";
  static final String SUMMARY = "summary";
  static final String FIELD = "field";
  static final String RETURNING = "returning";
  private final Form<EnrollDraft> form = EnrollSlots.FORM;

  /// What an enrolment waits for.
  public sealed interface Waiting extends State {
    @Override
    default String dialog() {
      return "enroll";
    }
  }

  /// For the field `slot`, or in the summary for a yes or the field to correct.
  public record Asking(String slot, EnrollDraft draft) implements Waiting {
    @Override
    public String name() {
      return slot;
    }
  }

  /// For the records to take the enrolment.
  public record Submitting(EffectId awaited, EnrollDraft draft) implements Waiting, Awaits.One {
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

  /// For a yes to go on with the draft put aside before.
  record Returning(Code code, LocalDate born) implements Waiting {
    @Override
    public String name() {
      return RETURNING;
    }
  }

  @Override
  public Class<Waiting> states() {
    return Waiting.class;
  }

  @Override
  public List<String> fields() {
    return Stream.concat(form.names().stream(), Stream.of(SUMMARY, FIELD)).toList();
  }

  @Override
  public Set<String> intents() {
    return Set.of(INTENT, EnrollOther.INTENT);
  }

  /// An agent's form for somebody and their own one do not mix.
  @Override
  public boolean takesUp(State state, Opening opening) {
    return state instanceof Waiting form
        && EnrollOther.of(form) == opening.intent().equals(EnrollOther.INTENT);
  }

  @Override
  public Move start(Scene scene, Opening opening) {
    if (opening.intent().equals(EnrollOther.INTENT)) {
      return EnrollOther.begin(scene, opening).map(d -> next(scene, d)).orElse(Move.OVER);
    }
    return EnrollReturn.begin(scene, opening).orElseGet(() -> fresh(scene, opening));
  }

  private Move fresh(Scene scene, Opening opening) {
    EnrollNudge.anew(scene);
    EnrollDraft wanted = EnrollExtras.wanted(scene, EnrollDraft.EMPTY);
    EnrollDraft told = EnrollFacts.opened(scene, wanted, opening);
    EnrollDraft draft = EnrollFacts.remembered(scene, told);
    scene.acknowledge("enroll.welcome");
    EnrollChanges.tell(scene, wanted, draft.reachedAt(told.who().phone()), "", "enroll.noted");
    return next(scene, draft);
  }

  @Override
  public Move on(Scene scene, Waiting state, Event event) {
    return switch (state) {
      case Asking asking -> onAsking(scene, asking, event);
      case Submitting submitting -> EnrollSummary.onSubmitting(scene, submitting, event);
      case Keeping k ->
          EnrollReturn.onKeeping(scene, k, event, () -> onAsking(scene, k.at(), event));
      case Returning draft ->
          event instanceof FromPerson said
              ? EnrollReturn.onReturning(
                  scene, draft, said, () -> fresh(scene, new Opening(INTENT, null)))
              : Move.PASS;
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
      case Returning _ -> scene.ask(Reading.yesNoChoices(scene, RETURNING), "enroll.ask.returning");
    }
  }

  private Move onAsking(Scene scene, Asking asking, Event event) {
    return switch (event) {
      case Event.Said said when EnrollOther.oneself(scene, asking.draft(), said) ->
          new Move.Digress(new Opening(INTENT, said.understood()));
      case Event.Said said when EnrollOther.instead(scene, asking.draft(), said) -> Move.OVER;
      case Event.Said said when EnrollOther.another(asking.draft(), said) ->
          again(scene, asking, "enroll.other.one-by-one");
      case FromPerson said when EnrollOther.byPhone(scene, asking, said) ->
          phoned(scene, asking.draft());
      case Event.Said said when EnrollReturn.goesOn(scene, asking, said) ->
          again(scene, asking, "resume.enroll");
      case Event.Said said when EnrollReturn.rests(scene, said) -> EnrollReturn.rest(scene, asking);
      case Event.Tapped t when t.choice().equals(Commands.BACK) -> EnrollReturn.back(asking);
      case Event.Tapped t when t.choice().equals(Commands.CANCEL) ->
          EnrollReturn.leave(scene, asking, true);
      case Event.Tapped t when t.choice().startsWith("field.") ->
          correct(scene, asking, t.choice().substring("field.".length()), t);
      case Event.SentContact c
          when c.own() && !asking.slot().equals("phone") && asking.draft().agent() == null ->
          changed(scene, asking, asking.draft().reachedAt(c.phone()));
      case Event.SentLocation _ when asking.slot().equals("village") ->
          again(scene, asking, "enroll.location");
      case Event.Tapped t when EnrollNudge.answers(t) -> EnrollNudge.answered(scene, asking, t);
      case FromPerson said -> fill(scene, asking, said);
      case Event.Due due when due.timer() == TimerName.DRAFT_LEFT ->
          EnrollReturn.leave(scene, asking, false);
      case Event.Due due when due.timer() == TimerName.DRAFT_NUDGE ->
          EnrollNudge.due(scene, asking);
      case Event.Due _, Event.Answered _, Event.Noticed _, Event.Left _ -> Move.PASS;
    };
  }

  private Move fill(Scene scene, Asking asking, FromPerson event) {
    if (event instanceof Event.Said said && EnrollSlots.nikAgain(scene, asking, said)) {
      return again(scene, asking, "enroll.nik-known");
    }
    var meant = EnrollConsent.meant(scene, asking, event);
    if (meant.isPresent()) {
      return changed(scene, asking, meant.get());
    }
    var several = EnrollMended.heard(scene, asking, event);
    if (several.isPresent()) {
      EnrollDraft mended = several.get().draft();
      String wrong = several.get().wrong();
      return wrong == null ? next(scene, mended) : new Move.To(new Asking(wrong, mended));
    }
    var name = NameAgain.of(scene, asking.draft().who().name(), event);
    if (name.isPresent()) {
      return correct(scene, asking, "name", name.get());
    }
    var named = EnrollSummary.wrong(scene, asking.slot(), event);
    if (named.isPresent()) {
      return asking.draft().who().consent()
          ? correct(scene, asking, named.get(), event)
          : again(scene, asking, "enroll.correct-later");
    }
    return switch (asking.slot()) {
      case SUMMARY ->
          EnrollSummary.phone(scene, asking, event)
              .map(draft -> changed(scene, asking, draft))
              .or(() -> retold(scene, asking, event))
              .orElseGet(() -> EnrollSummary.answered(scene, asking, event));
      case FIELD ->
          retold(scene, asking, event).orElse(EnrollSummary.nothingWrong(scene, asking, event));
      default -> onSlot(scene, asking, event);
    };
  }

  private static Move again(Scene scene, Asking asking, String acknowledged) {
    scene.acknowledge(acknowledged);
    return new Move.To(asking);
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
    EnrollDraft told = EnrollFacts.elsewhere(scene, asking, said.understood());
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
    if (asking.slot().equals("consent") && !EnrollConsent.given(scene, draft)) {
      return Move.OVER;
    }
    if (Boolean.FALSE.equals(draft.job().working())) {
      scene.say("enroll.not-working");
      return Move.OVER;
    }
    EnrollDraft told =
        event instanceof Event.Said said
            ? EnrollFacts.beside(scene, asking.slot(), draft, said.understood())
            : draft;
    EnrollChanges.tell(scene, asking.draft(), told, asking.slot(), "enroll.noted");
    return next(scene, told);
  }

  private Move next(Scene scene, EnrollDraft draft) {
    if (draft.agent() != null) {
      return asking(EnrollOther.reached(scene, draft));
    }
    EnrollFacts.keepInMind(scene, draft);
    EnrollNudge.later(scene, draft);
    if (draft.who().nik() != null) {
      scene.timer(TimerName.DRAFT_LEFT, LEFT);
    }
    return asking(draft);
  }

  private Move asking(EnrollDraft draft) {
    return new Move.To(new Asking(form.next(draft).map(Slot::name).orElse(SUMMARY), draft));
  }

  /// The consent comes from the person's own phone: the number is needed, then nothing else.
  private Move phoned(Scene scene, EnrollDraft draft) {
    EnrollDraft by = draft.consented(true).asking(true);
    return form.next(by).isEmpty() ? EnrollSummary.submit(scene, by) : next(scene, by);
  }

  /// Empties a field and asks it again, unless the same words tell it anew: `salah, penghasilan 1,5
  /// juta`.
  private Move correct(Scene scene, Asking asking, String field, FromPerson event) {
    if (!form.has(field)) {
      return Move.PASS;
    }
    EnrollDraft emptied = form.slot(field).clear().apply(asking.draft());
    return switch (Corrections.anew(scene, "enroll", form, field, emptied, event)) {
      case Fill.Filled<EnrollDraft>(EnrollDraft told) -> {
        EnrollChanges.tell(scene, emptied, told, "", "enroll.changed");
        yield next(scene, told);
      }
      case Fill.Unclear<EnrollDraft> _ -> new Move.To(new Asking(field, emptied));
      case Fill.Other<EnrollDraft> _ ->
          retold(scene, asking, event).orElse(new Move.To(new Asking(field, emptied)));
    };
  }
}
