package id.kentongan.integrations.core;

import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.dialogs.values.Phone;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;

/// The bodies that the contract asks for.
final class CoreJson {
  private CoreJson() {}

  static JsonObject enrollment(EnrollmentForm form) {
    return new JsonObject()
        .put("person", person(form.person()))
        .put("work", work(form.work()))
        .put("plan", plan(form.plan()))
        .put("extras", new JsonObject(Map.copyOf(form.extras())));
  }

  private static JsonObject person(EnrollmentForm.Person person) {
    Phone phone = person.phone();
    return new JsonObject()
        .put("name", person.name())
        .put("nik", person.nik().digits())
        .put("birthDate", person.birthDate().toString())
        .put("phone", phone == null ? null : phone.e164())
        .put("village", person.village().code());
  }

  private static JsonObject work(EnrollmentForm.Work work) {
    return new JsonObject()
        .put("occupation", work.occupation().name())
        .put("sector", work.occupation().sector().name().toLowerCase(Locale.ROOT))
        .put("monthlyIncome", work.monthly().amount());
  }

  private static JsonObject plan(EnrollmentForm.Plan plan) {
    var programmes = new JsonArray();
    plan.programmes().stream().sorted().forEach(p -> programmes.add(p.name()));
    return new JsonObject()
        .put("programmes", programmes)
        .put("firstMonth", plan.first().toString())
        .put("months", plan.months())
        .put("total", plan.total().amount());
  }
}
