package id.kentongan.dialogs.mind.enroll;

import id.kentongan.dialogs.mind.heard.Corrections;
import id.kentongan.dialogs.mind.scene.Form;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.Slot.Fill;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.values.Income;
import id.kentongan.dialogs.values.Rupiah;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Several fields mended in one message, each in its part between commas: `penghasilan 3 juta,
/// desanya bukan Kedungasri tapi Kalipait`. `wrong` is a field whose right value was not read.
record EnrollMended(EnrollDraft draft, @Nullable String wrong) {
  /// A number and nothing else.
  private static final Pattern BARE = Pattern.compile("\\d{1,3}");

  /// An income told anew is not so many times the one before.
  private static final int NEAR = 4;

  private static final Pattern COMMA = Pattern.compile("[;\\n]|,(?!\\d)");

  /// A part of the message, and the field that it names.
  private record Part(String text, String field) {}

  /// What the draft is afterwards, and tells the person; nothing where one field alone is named, or
  /// none is said to be wrong.
  static Optional<EnrollMended> heard(Scene scene, Enroll.Asking asking, Event.FromPerson event) {
    if (!(event instanceof Event.Said said)
        || !asking.draft().who().consent()
        || !Corrections.signed(scene, said.understood())) {
      return Optional.empty();
    }
    Optional<EnrollDraft> number = number(scene, asking.draft(), said.text());
    if (number.isPresent()) {
      EnrollChanges.tell(scene, asking.draft(), number.get(), "", "enroll.changed");
      return number.map(draft -> new EnrollMended(draft, null));
    }
    List<Part> parts = parts(scene, said);
    if (parts.size() < 2) {
      return Optional.empty();
    }
    var mended = new EnrollMended(asking.draft(), null);
    for (Part part : parts) {
      mended = mended.with(scene, part, said);
    }
    EnrollChanges.tell(scene, asking.draft(), mended.draft(), "", "enroll.changed");
    return Optional.of(mended);
  }

  /// `ganti 12`, `salah 900`: the months or the income anew, by what the bare number can be.
  private static Optional<EnrollDraft> number(Scene scene, EnrollDraft draft, String text) {
    String rest = Corrections.rest(scene, text);
    if (!BARE.matcher(rest).matches()) {
      return Optional.empty();
    }
    int told = Integer.parseInt(rest);
    if (draft.wish().months() != null
        && scene.content().tariffs().tariff(scene.month()).periods().contains(told)) {
      return Optional.of(draft.paying(told));
    }
    Income before = draft.job().income();
    long rupiah = told * 1000L;
    if (before == null
        || rupiah * NEAR < before.amount().amount()
        || rupiah > before.amount().amount() * NEAR) {
      return Optional.empty();
    }
    Income now = new Income(new Rupiah(rupiah), before.per());
    return Optional.of(draft.earning(now).days(draft.job().days()));
  }

  private EnrollMended with(Scene scene, Part part, Event.Said said) {
    var told = part(part.text(), said);
    if (!Corrections.signed(scene, told.understood())) {
      return new EnrollMended(EnrollFacts.retold(scene, draft, told.understood()), wrong);
    }
    Form<EnrollDraft> form = EnrollSlots.FORM;
    EnrollDraft emptied = form.slot(part.field()).clear().apply(draft);
    return Corrections.anew(scene, "enroll", form, part.field(), emptied, told)
            instanceof Fill.Filled<EnrollDraft>(EnrollDraft filled)
        ? new EnrollMended(filled, wrong)
        : new EnrollMended(emptied, part.field());
  }

  /// What names no field, or the same as the part before, belongs to that one.
  private static List<Part> parts(Scene scene, Event.Said said) {
    var parts = new ArrayList<Part>();
    var lead = new StringBuilder();
    for (String text : COMMA.split(said.text())) {
      Optional<String> field =
          Corrections.named(scene, "enroll", EnrollSummary.CORRECTABLE, part(text, said));
      Part last = parts.isEmpty() ? null : parts.getLast();
      if (last != null && (field.isEmpty() || field.get().equals(last.field()))) {
        parts.set(parts.size() - 1, new Part(last.text() + ", " + text.strip(), last.field()));
      } else if (field.isEmpty()) {
        lead.append(text.strip()).append(", ");
      } else {
        parts.add(new Part(lead + text.strip(), field.get()));
        lead.setLength(0);
      }
    }
    return parts;
  }

  private static Event.Said part(String text, Event.Said said) {
    return new Event.Said(Corrections.answer(text.strip(), said.understood()));
  }
}
