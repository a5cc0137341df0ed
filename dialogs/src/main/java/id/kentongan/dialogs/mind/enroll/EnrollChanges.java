package id.kentongan.dialogs.mind.enroll;

import static id.kentongan.dialogs.mind.enroll.EnrollExtras.SECOND;

import id.kentongan.dialogs.mind.scene.Prices;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.values.Income;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Shows the person what their words changed in the draft beside the field that was asked.
final class EnrollChanges {
  private EnrollChanges() {}

  /// Tells under `key` what is different now; silent when only `asked` is.
  static void tell(Scene scene, EnrollDraft before, EnrollDraft now, String asked, String key) {
    var changes = new ArrayList<String>();
    for (String field : EnrollSummary.CORRECTABLE) {
      if (field.equals(asked) || Objects.equals(told(now, field), told(before, field))) {
        continue;
      }
      String value = shown(scene, now, field);
      if (!value.equals(shown(scene, before, field)) && !value.isEmpty()) {
        String label = scene.words("choice.field." + field);
        changes.add(scene.words("enroll.change", "isian", label, "nilai", value));
      }
    }
    if (!changes.isEmpty()) {
      scene.acknowledge(key, "isi", String.join("\n", changes));
    }
  }

  /// The field as it is kept.
  private static @Nullable Object told(EnrollDraft draft, String field) {
    return switch (field) {
      case "name" -> draft.who().name();
      case "nik" -> draft.who().nik();
      case "occupation" -> Arrays.asList(draft.job().occupation(), draft.extras().get(SECOND));
      case "income" -> draft.job().income();
      case "village" -> draft.who().village();
      case "phone" -> draft.who().phone();
      case "programmes" -> draft.wish().programmes();
      case "months" -> draft.wish().months();
      default -> throw new IllegalArgumentException(field);
    };
  }

  /// The field as it is shown, e.g. `Rp 60.000 sehari`; empty where nothing is told.
  private static String shown(Scene scene, EnrollDraft draft, String field) {
    var who = draft.who();
    var job = draft.job();
    Integer months = draft.wish().months();
    return switch (field) {
      case "name" -> Objects.requireNonNullElse(who.name(), "");
      case "nik" -> who.nik() == null ? "" : who.nik().masked();
      case "occupation" -> EnrollExtras.jobs(scene, draft);
      case "income" -> income(scene, job.income());
      case "village" -> who.village() == null ? "" : who.village().full();
      case "phone" -> who.phone() == null ? "" : who.phone().masked();
      case "programmes" -> Prices.programmes(scene, draft.wish().programmes());
      case "months" -> months == null ? "" : scene.words("choice.months", "n", months.toString());
      default -> throw new IllegalArgumentException(field);
    };
  }

  private static String income(Scene scene, @Nullable Income income) {
    if (income == null) {
      return "";
    }
    String per = scene.words("per." + income.per());
    return scene.words("income.per", "jumlah", income.amount().toString(), "per", per);
  }
}
