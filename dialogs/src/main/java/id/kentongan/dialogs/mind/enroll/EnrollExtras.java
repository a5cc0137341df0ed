package id.kentongan.dialogs.mind.enroll;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.ToldPhone;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.Slot;
import id.kentongan.dialogs.mind.scene.Slot.Fill;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.values.Occupation;
import id.kentongan.dialogs.values.Phone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fields of an enrolment that are not asked of everybody: the phone, which is the sender's
/// unless corrected, and the optional ones that the rules name.
public final class EnrollExtras {
  static final String SKIP = "extra.skip";
  public static final String SECOND = "second-occupation";
  private static final String NONE = "-";

  /// Whoever has no phone is asked in person after all.
  private static final String NO_PHONE = "no-phone";

  private EnrollExtras() {}

  /// The draft with every optional field of the rules still to be asked.
  static EnrollDraft wanted(Scene scene, EnrollDraft draft) {
    EnrollDraft wanted = draft;
    for (String field : scene.content().rules().enrolment().extras()) {
      wanted = wanted.extra(field, "");
    }
    return wanted;
  }

  static Slot<EnrollDraft> slot(String field) {
    return new Slot<>(
        field,
        d -> "".equals(d.extras().get(field)),
        (s, d) -> s.ask(s.choices(SKIP), "enroll.ask." + field),
        (s, d, e) -> read(s, field, d, e),
        d -> d.extras().containsKey(field) ? d.extra(field, "") : d);
  }

  /// The work as it is told to the person: `petani dan ojek`.
  public static String jobs(Scene scene, String first, @Nullable String second) {
    return second == null || second.isEmpty() || second.equals(NONE)
        ? first
        : scene.words("enroll.two-jobs", "satu", first, "dua", second);
  }

  public static String jobs(Scene scene, EnrollDraft draft) {
    Occupation first = draft.job().occupation();
    return first == null ? "" : jobs(scene, first.name(), draft.extras().get(SECOND));
  }

  /// Never asked by itself; corrected when the person names it.
  static Slot<EnrollDraft> phone() {
    return new Slot<>(
        "phone",
        d -> d.byPhone() && d.who().phone() == null,
        EnrollExtras::askPhone,
        EnrollExtras::phone,
        d -> d);
  }

  private static void askPhone(Scene scene, EnrollDraft d) {
    if (d.agent() == null) {
      scene.ask(scene.choices(Choice.CONTACT), "enroll.ask.phone");
    } else {
      scene.ask(d.byPhone() ? scene.choices(NO_PHONE) : List.of(), "enroll.other.ask-phone");
    }
  }

  private static Fill<EnrollDraft> phone(Scene scene, EnrollDraft d, FromPerson event) {
    if (event instanceof Event.Tapped t && t.choice().equals(NO_PHONE)) {
      return new Fill.Filled<>(d.asking(false).consented(false));
    }
    // why: a contact card given as the answer may be the family's phone, own or not
    if (event instanceof Event.SentContact card) {
      if (card.own() && d.agent() != null) {
        scene.explain("enroll.other.phone");
        return new Fill.Unclear<>();
      }
      return new Fill.Filled<>(d.reachedAt(card.phone()));
    }
    return Reading.words(
        scene,
        event,
        w -> scene.content().parsers().phone(w.text()),
        told -> d.reachedAt(number(scene, told)),
        told -> new Choice("x", "x"));
  }

  private static @Nullable Phone number(Scene scene, ToldPhone told) {
    return switch (told) {
      case ToldPhone.Given(Phone phone) -> phone;
      case ToldPhone.Sender() -> Told.senderPhone(scene);
    };
  }

  private static Fill<EnrollDraft> read(
      Scene scene, String field, EnrollDraft d, FromPerson event) {
    if (event instanceof Event.Tapped tapped && tapped.choice().equals(SKIP)) {
      return new Fill.Filled<>(d.extra(field, NONE));
    }
    if (field.equals("email")) {
      return Reading.words(
          scene,
          event,
          w -> email(w.text()),
          text -> d.extra(field, text),
          text -> new Choice("x", text));
    }
    return event instanceof Event.Said said && !Reading.wish(said.understood())
        ? new Fill.Filled<>(d.extra(field, Told.plain(said.text())))
        : new Fill.Other<>();
  }

  private static Parsed<String> email(String text) {
    String bare = text.strip();
    return bare.length() <= 254 && bare.matches("[^\\s@]{1,64}@[^\\s@]+\\.[^\\s@]{2,24}")
        ? new Parsed.Value<>(bare)
        : new Parsed.Invalid<>("email.unclear", "");
  }
}
