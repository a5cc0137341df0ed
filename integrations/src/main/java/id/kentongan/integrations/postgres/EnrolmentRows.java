package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.dialogs.values.Code;
import id.kentongan.integrations.Core;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// The rows of enrolments.
final class EnrolmentRows {
  private final Keyring keys;
  private final Numbers numbers;

  EnrolmentRows(Keyring keys, Numbers numbers) {
    this.keys = keys;
    this.numbers = numbers;
  }

  /// An enrolment to write; `by` is absent where nobody chatted and no agent had a hand in it.
  record Row(
      @Nullable By by,
      People.Person person,
      EnrollmentForm form,
      EnrollmentState state,
      Instant now,
      boolean sample) {}

  /// In whose conversation it was made: the person's own, or that of an agent, who is not bound to
  /// it.
  sealed interface By {
    record Talk(long id) implements By {}

    record Agent(long id) implements By {}
  }

  /// What an enrolment is followed by, and what the core gave it.
  record Followed(String number, Code receipt, Core.Decision.Taken taken) {}

  /// Writes an enrolment under a number and a receipt of its own.
  Followed add(Handle handle, Row row, Core.Decision.Taken taken, LocalDate today) {
    return add(handle, List.of(row), List.of(taken), today).getFirst();
  }

  /// Many at once, in their order.
  List<Followed> add(
      Handle handle, List<Row> rows, List<Core.Decision.Taken> taken, LocalDate today) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<String> given = numbers.next(handle, Numbers.Kind.ENROLMENT, today, rows.size());
    Map<String, Code> receipts = numbers.receipts(handle, given);
    var followed = new ArrayList<Followed>();
    for (int i = 0; i < rows.size(); i++) {
      String number = given.get(i);
      followed.add(
          new Followed(number, Objects.requireNonNull(receipts.get(number)), taken.get(i)));
    }
    write(handle, rows, followed);
    return followed;
  }

  void write(Handle handle, Row row, Followed followed) {
    write(handle, List.of(row), List.of(followed));
  }

  private static void write(Handle handle, List<Row> rows, List<Followed> followed) {
    try (PreparedBatch inserts =
        handle.prepareBatch(
            """
            insert into enrolments (number, talk, agent, person, state, state_since, programmes,
              first_month, months, total, income, receipt, core_reference, payment_code, extras,
              sample, made)
            values (:number, :talk, :agent, :person, :state, :now, :programmes,
              :first, :months, :total, :income, :receipt, :reference, :code, :extras, :sample, :now)
            """)) {
      for (int i = 0; i < rows.size(); i++) {
        bound(inserts, rows.get(i), followed.get(i)).add();
      }
      inserts.execute();
    }
  }

  private static PreparedBatch bound(PreparedBatch inserts, Row row, Followed followed) {
    Secrets secrets = row.person().secrets();
    EnrollmentForm.Plan plan = row.form().plan();
    return inserts
        .bind("number", followed.number())
        .bind("talk", row.by() instanceof By.Talk(long talk) ? (Long) talk : null)
        .bind("agent", row.by() instanceof By.Agent(long agent) ? (Long) agent : null)
        .bind("person", row.person().id())
        .bind("state", row.state().name())
        .bind("programmes", Programmes.write(plan.programmes()))
        .bind("first", plan.first().atDay(1))
        .bind("months", plan.months())
        .bind("total", plan.total().amount())
        .bind("income", secrets.seal("income", Long.toString(row.form().work().monthly().amount())))
        .bind("receipt", secrets.seal("receipt", followed.receipt().text()))
        .bind("reference", followed.taken().reference())
        .bind("code", secrets.sealMaybe("payment_code", followed.taken().paymentCode()))
        .bind("extras", secrets.sealMaybe("extras", extras(row.form())))
        .bind("sample", row.sample())
        .bind("now", row.now());
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
