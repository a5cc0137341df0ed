package id.kentongan.integrations.postgres.members;

import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.dialogs.values.Code;
import id.kentongan.integrations.Core;
import id.kentongan.integrations.postgres.Columns;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Numbers;
import id.kentongan.integrations.postgres.Writes;
import id.kentongan.integrations.postgres.matters.EnrollmentState;
import id.kentongan.integrations.postgres.matters.Programmes;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/// The rows of enrolments.
public final class EnrolmentRows {
  private final Keyring keys;
  private final Numbers numbers;

  public EnrolmentRows(Keyring keys, Numbers numbers) {
    this.keys = keys;
    this.numbers = numbers;
  }

  /// An enrolment to write; `by` is absent where nobody chatted and no agent had a hand in it.
  public record Row(
      @Nullable By by,
      People.Person person,
      EnrollmentForm form,
      EnrollmentState state,
      Instant now,
      boolean sample) {}

  /// In whose conversation it was made: the person's own, or that of an agent, who is not bound to
  /// it.
  public sealed interface By {
    record Talk(long id) implements By {}

    record Agent(long id) implements By {}
  }

  /// What an enrolment is followed by, and what the core gave it.
  public record Followed(String number, Code receipt, Core.Decision.Taken taken) {}

  /// Writes an enrolment under a number and a receipt of its own.
  public Followed add(Handle handle, Row row, Core.Decision.Taken taken, LocalDate today) {
    return add(handle, List.of(row), List.of(taken), today).getFirst();
  }

  /// Many at once, in their order.
  public List<Followed> add(
      Handle handle, List<Row> rows, List<Core.Decision.Taken> taken, LocalDate today) {
    var writes = new Writes();
    List<Followed> followed = add(handle, writes, rows, taken, today);
    writes.send(handle);
    return followed;
  }

  /// The same, written by `writes`.
  public List<Followed> add(
      Handle handle,
      Writes writes,
      List<Row> rows,
      List<Core.Decision.Taken> taken,
      LocalDate today) {
    if (rows.isEmpty()) {
      return List.of();
    }
    var given = numbers.followed(handle, Numbers.Kind.ENROLMENT, today, rows.size());
    var all = new ArrayList<Written>();
    for (int i = 0; i < rows.size(); i++) {
      var by = new Followed(given.get(i).number(), given.get(i).receipt(), taken.get(i));
      all.add(new Written(rows.get(i), by));
    }
    write(writes, all);
    return all.stream().map(Written::followed).toList();
  }

  public void write(Handle handle, Row row, Followed followed) {
    var writes = new Writes();
    write(writes, List.of(new Written(row, followed)));
    writes.send(handle);
  }

  private static void write(Writes writes, List<Written> all) {
    var told = new HashMap<String, Argument>();
    told.put("numbers", Columns.texts(all, one -> one.followed().number()));
    told.put("talks", Columns.numbers(all, Written::talk));
    told.put("agents", Columns.numbers(all, Written::agent));
    told.put("persons", Columns.numbers(all, one -> one.row().person().id()));
    told.put("states", Columns.texts(all, one -> one.row().state().name()));
    told.put("ats", Columns.texts(all, one -> one.row().now().toString()));
    told.put("programmes", Columns.texts(all, one -> Programmes.write(one.plan().programmes())));
    told.put("firsts", Columns.texts(all, one -> one.plan().first().atDay(1).toString()));
    told.put("months", Columns.numbers(all, one -> (long) one.plan().months()));
    told.put("totals", Columns.numbers(all, one -> one.plan().total().amount()));
    told.put("incomes", sealed(all, "income", one -> one.income()));
    told.put("receipts", sealed(all, "receipt", one -> one.followed().receipt().text()));
    told.put("references", Columns.texts(all, one -> one.followed().taken().reference()));
    told.put("codes", sealed(all, "payment_code", one -> one.followed().taken().paymentCode()));
    told.put("extras", sealed(all, "extras", one -> extras(one.row().form())));
    told.put("samples", Columns.texts(all, one -> Boolean.toString(one.row().sample())));
    writes.add(
        """
        insert into enrolments (number, talk, agent, person, state, state_since, programmes,
          first_month, months, total, income, receipt, core_reference, payment_code, extras,
          sample, made)
        select number, talk, agent, person, state, at, programmes, first, months, total, income,
          receipt, reference, code, extras, sample, at
        from unnest(:numbers, :talks, :agents, :persons, :states, :ats::timestamptz[],
          :programmes, :firsts::date[], :months, :totals, :incomes, :receipts, :references,
          :codes, :extras, :samples::boolean[])
          as told (number, talk, agent, person, state, at, programmes, first, months, total,
            income, receipt, reference, code, extras, sample)
        """,
        told);
  }

  /// A row and what it is followed by.
  private record Written(Row row, Followed followed) {
    @Nullable Long talk() {
      return row.by() instanceof By.Talk(long talk) ? (Long) talk : null;
    }

    @Nullable Long agent() {
      return row.by() instanceof By.Agent(long agent) ? (Long) agent : null;
    }

    EnrollmentForm.Plan plan() {
      return row.form().plan();
    }

    String income() {
      return Long.toString(row.form().work().monthly().amount());
    }
  }

  private static Argument sealed(
      List<Written> all, String column, Function<Written, @Nullable String> text) {
    return Columns.bytes(
        all, one -> one.row().person().secrets().sealMaybe(column, text.apply(one)));
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
