package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.dialogs.values.Code;
import id.kentongan.integrations.Core;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The rows of enrolments.
final class EnrolmentRows {
  private final Keyring keys;
  private final Numbers numbers;

  EnrolmentRows(Keyring keys, Numbers numbers) {
    this.keys = keys;
    this.numbers = numbers;
  }

  /// An enrolment to write; `talk` is absent where nobody chatted.
  record Row(
      OptionalLong talk,
      People.Person person,
      EnrollmentForm form,
      EnrollmentState state,
      Instant now,
      boolean sample) {}

  String number(Handle handle, LocalDate today) {
    return numbers.next(handle, Numbers.Kind.ENROLMENT, today);
  }

  Code receipt(Handle handle, String number) {
    return numbers.receipt(handle, number);
  }

  void write(Handle handle, Row row, String number, Code receipt, Core.Decision.Taken taken) {
    Secrets secrets = row.person().secrets();
    EnrollmentForm.Plan plan = row.form().plan();
    handle
        .createUpdate(
            """
            insert into enrolments (number, talk, person, state, state_since, programmes,
              first_month, months, total, income, receipt, core_reference, payment_code, extras,
              sample, made)
            values (:number, :talk, :person, :state, :now, :programmes,
              :first, :months, :total, :income, :receipt, :reference, :code, :extras, :sample, :now)
            """)
        .bind("number", number)
        .bind("talk", row.talk().isPresent() ? (Long) row.talk().getAsLong() : null)
        .bind("person", row.person().id())
        .bind("state", row.state().name())
        .bind("programmes", Programmes.write(plan.programmes()))
        .bind("first", plan.first().atDay(1))
        .bind("months", plan.months())
        .bind("total", plan.total().amount())
        .bind("income", secrets.seal("income", Long.toString(row.form().work().monthly().amount())))
        .bind("receipt", secrets.seal("receipt", receipt.text()))
        .bind("reference", taken.reference())
        .bind("code", secrets.sealMaybe("payment_code", taken.paymentCode()))
        .bind("extras", secrets.sealMaybe("extras", extras(row.form())))
        .bind("sample", row.sample())
        .bind("now", row.now())
        .execute();
  }

  private static @Nullable String extras(EnrollmentForm form) {
    return form.extras().isEmpty() ? null : new JsonObject(Map.copyOf(form.extras())).encode();
  }

  /// The core's references of a person's enrolments.
  Set<String> references(Handle handle, long person) {
    return handle
        .createQuery(
            "select core_reference from enrolments where person = :person and core_reference is not"
                + " null")
        .bind("person", person)
        .mapTo(String.class)
        .set();
  }

  /// Whether a receipt is of one of these persons' enrolments, and of whose.
  OptionalLong personOf(Handle handle, Code receipt) {
    return handle
        .createQuery(
            """
            select e.person from receipts r join enrolments e on e.number = r.number
            where r.code_blind = :code
            """)
        .bind("code", keys.index().code(receipt.text()))
        .mapTo(Long.class)
        .findOne()
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }
}
