package id.kentongan.dialogs.mind.enroll;

import id.kentongan.dialogs.content.Tariffs.Price;
import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.ToldPhone;
import id.kentongan.dialogs.mind.heard.Corrections;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.member.News;
import id.kentongan.dialogs.mind.member.SharedPhone;
import id.kentongan.dialogs.mind.member.Sharing;
import id.kentongan.dialogs.mind.member.Status;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Prices;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.Slot.Fill;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.talk.TimerName;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Phone;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The end of an enrolment: the summary with the price month by month, the field to correct, the
/// form handed to the records, and what became of it.
public final class EnrollSummary {
  static final List<String> CORRECTABLE =
      List.of("name", "nik", "occupation", "income", "village", "programmes", "months", "phone");

  private EnrollSummary() {}

  /// The summary, in short when it was just shown and only a digression came between.
  static void show(Scene scene, EnrollDraft draft, boolean again) {
    EnrollmentForm form = complete(scene, draft);
    if (draft.byPhone()) {
      scene.acknowledge("enroll.other.by-phone");
    }
    if (again) {
      scene.ask(
          EnrollOther.ways(scene, draft, Enroll.SUMMARY),
          "enroll.ask.summary-again",
          "nama",
          form.person().name(),
          "total",
          form.plan().total().toString());
      return;
    }
    var person = form.person();
    scene.mustArrive();
    scene.ask(
        EnrollOther.ways(scene, draft, Enroll.SUMMARY),
        "enroll.ask.summary",
        "nama",
        person.name(),
        "nik",
        person.nik().masked(),
        "lahir",
        Prices.day(person.birthDate()),
        "pekerjaan",
        EnrollExtras.jobs(scene, draft),
        "penghasilan",
        form.work().monthly().toString(),
        "desa",
        person.village().full(),
        "hp",
        person.phone() == null ? scene.words("enroll.no-phone") : person.phone().masked(),
        "program",
        Prices.programmes(scene, form.plan().programmes()),
        "rincian",
        Prices.lines(scene, price(scene, draft)),
        "total",
        form.plan().total().toString());
  }

  static void askField(Scene scene) {
    var choices = CORRECTABLE.stream().map(f -> scene.choice("field." + f)).toList();
    scene.ask(choices, "enroll.ask.field");
  }

  /// The field that the words say is wrong.
  static Optional<String> wrong(Scene scene, String slot, FromPerson event) {
    return slot.equals(Enroll.FIELD)
        ? Corrections.named(scene, "enroll", CORRECTABLE, event)
        : Corrections.asked(scene, "enroll", CORRECTABLE, event);
  }

  /// Who is asked which field is wrong, and says that all is right, sees the summary again.
  static Move nothingWrong(Scene scene, Enroll.Asking asking, FromPerson event) {
    return event instanceof Event.Said said
            && Told.yesNo(scene, said.understood()) instanceof Parsed.Value<Boolean>(Boolean yes)
            && yes
        ? new Move.To(new Enroll.Asking(Enroll.SUMMARY, asking.draft()))
        : Move.PASS;
  }

  /// `nomor ini`, for the summary asks for a phone where there is none; who has none needs none.
  static Optional<EnrollDraft> phone(Scene scene, Enroll.Asking asking, FromPerson event) {
    EnrollDraft draft = asking.draft();
    if (!(event instanceof Event.Said said) || draft.who().phone() != null) {
      return Optional.empty();
    }
    if (Listed.any(scene, "enroll.no-phone-words", said.text())) {
      scene.acknowledge("enroll.no-phone-needed");
      return Optional.of(draft);
    }
    if (!(scene.content().parsers().phone(said.text())
        instanceof Parsed.Value<ToldPhone>(ToldPhone.Sender()))) {
      return Optional.empty();
    }
    Phone phone = draft.agent() == null ? Told.senderPhone(scene) : null;
    if (phone == null) {
      scene.acknowledge("enroll.phone-unseen");
    }
    return Optional.of(draft.reachedAt(phone));
  }

  /// A yes sends it, a no asks what is to be mended.
  static Move answered(Scene scene, Enroll.Asking asking, FromPerson event) {
    return switch (Reading.yesNo(scene, Enroll.SUMMARY, event, yes -> yes)) {
      case Fill.Filled<Boolean>(Boolean yes) when yes -> submit(scene, asking.draft());
      case Fill.Filled<Boolean> _ -> new Move.To(new Enroll.Asking(Enroll.FIELD, asking.draft()));
      case Fill.Unclear<Boolean> _ -> new Move.To(asking);
      case Fill.Other<Boolean> _ -> Move.PASS;
    };
  }

  static EnrollmentForm complete(Scene scene, EnrollDraft draft) {
    var who = draft.who();
    Nik nik = known(who.nik());
    return new EnrollmentForm(
        new EnrollmentForm.Person(
            known(who.name()),
            nik,
            EnrollSlots.born(nik, scene.today()),
            who.phone(),
            known(who.village())),
        new EnrollmentForm.Work(
            known(draft.job().occupation()),
            known(draft.job().income()),
            known(draft.job().monthly())),
        new EnrollmentForm.Plan(
            draft.wish().programmes(),
            first(scene),
            known(draft.wish().months()),
            price(scene, draft).total()),
        draft.extras());
  }

  static Move submit(Scene scene, EnrollDraft draft) {
    scene.cancel(TimerName.DRAFT_LEFT);
    scene.cancel(TimerName.DRAFT_NUDGE);
    EnrollmentForm form = complete(scene, draft);
    String version = scene.content().rules().consent().version();
    var awaited =
        scene.request(
            draft.agent() == null
                ? new Effect.SubmitEnrollment(form)
                : EnrollOther.submission(scene, draft, form, version));
    return new Move.To(new Enroll.Submitting(awaited, draft));
  }

  /// Whether somebody asks where they stand while their own enrolment is on its way: nothing that
  /// they could prove would show it yet.
  public static boolean underWay(Scene scene, @Nullable State top, String intent) {
    return scene.person() == null
        && top instanceof Enroll.Submitting(_, var draft)
        && draft.agent() == null
        && Status.STANDING.contains(intent);
  }

  static Move onSubmitting(Scene scene, Enroll.Submitting submitting, Event event) {
    if (event instanceof Event.Answered answered) {
      return submitted(scene, submitting.draft(), answered.answer());
    }
    if (event instanceof Event.Tapped t
        && (t.choice().equals(Commands.CANCEL) || t.choice().equals(Commands.BACK))) {
      scene.acknowledge("enroll.already-sent");
      return new Move.To(submitting);
    }
    return Move.PASS;
  }

  private static Move submitted(Scene scene, EnrollDraft draft, Answer answer) {
    if (draft.agent() != null) {
      return EnrollOther.submitted(scene, draft, answer, price(scene, draft).total().toString());
    }
    if (answer instanceof Answer.Enrolled e) {
      scene.bind(e.person());
      EnrollReturn.forget(scene);
      EnrollFacts.forget(scene);
      Told.address(scene, draft.who().name(), draft.who().nik());
      String total = price(scene, draft).total().toString();
      scene.say("enroll.done", "nomor", e.number(), "kode", e.receipt().text(), "total", total);
      later(scene, draft);
      if (Sharing.joins(scene, e.person())) {
        return new Move.To(new SharedPhone.Setting(e.person(), ""));
      }
      scene.askText(
          scene.choices("do.ask.payment", "do.status.enrollment", News.offered(scene)), "");
      return Move.OVER;
    }
    scene.say(answer instanceof Answer.Refused r ? "refused." + r.reason() : "enroll.given-up");
    return new Move.To(new Enroll.Asking(Enroll.SUMMARY, draft));
  }

  /// What is to be paid by those who pay in another month than this, where that is another sum.
  private static void later(Scene scene, EnrollDraft draft) {
    YearMonth next = first(scene).plusMonths(1);
    if (!scene.content().tariffs().covers(next.plusMonths(known(draft.wish().months()) - 1L))) {
      return;
    }
    Price then = price(scene, draft, next);
    if (!then.total().equals(price(scene, draft).total())) {
      scene.say(
          "enroll.later",
          "bulan",
          Prices.month(first(scene)),
          "nanti",
          Prices.month(next),
          "jumlah",
          then.total().toString());
    }
  }

  private static YearMonth first(Scene scene) {
    return scene.month();
  }

  private static Price price(Scene scene, EnrollDraft draft) {
    return price(scene, draft, first(scene));
  }

  private static Price price(Scene scene, EnrollDraft draft, YearMonth first) {
    return scene
        .content()
        .tariffs()
        .price(
            known(draft.job().occupation()).sector(),
            known(draft.job().monthly()),
            draft.wish().programmes(),
            first,
            known(draft.wish().months()));
  }

  private static <T> T known(@Nullable T value) {
    return Objects.requireNonNull(value, "a field of a complete draft");
  }
}
