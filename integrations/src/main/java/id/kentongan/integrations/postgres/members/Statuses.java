package id.kentongan.integrations.postgres.members;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.integrations.Core;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.claims.ClaimRows;
import id.kentongan.integrations.postgres.matters.EnrollmentState;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Tells a person what the records hold of them, and only the person to whom the conversation is
/// bound.
public final class Statuses {
  private final Database database;
  private final Keyring keys;
  private final Talks talks;
  private final Core core;
  private final ClaimRows rows;

  public Statuses(Database database, Keyring keys, Talks talks, Core core, ClaimRows rows) {
    this.database = database;
    this.keys = keys;
    this.talks = talks;
    this.core = core;
    this.rows = rows;
  }

  public Future<Answer> read(ConversationId who, String person, LocalDate today) {
    return database
        .transact(handle -> own(handle, who, person))
        .compose(
            own ->
                own.isEmpty()
                    ? Future.succeededFuture(new Answer.NotIdentified())
                    : core.member(own.get().nik(), today).map(member -> status(own.get(), member)));
  }

  /// What our own tables hold; `references` are the memberships that are proved to be theirs.
  private record Own(
      String name,
      Nik nik,
      boolean sample,
      Set<String> references,
      List<Answer.Matter> enrollments,
      List<Answer.Matter> claims,
      List<Answer.Looked> payments) {}

  private Optional<Own> own(Handle handle, ConversationId who, String person) {
    OptionalLong bound = talks.person(handle, talks.of(handle, who).id());
    if (bound.isEmpty() || !Long.toString(bound.getAsLong()).equals(person)) {
      return Optional.empty();
    }
    long id = bound.getAsLong();
    Secrets secrets = keys.person(handle, id);
    return handle
        .createQuery("select name, nik, sample from persons where id = :id")
        .bind("id", id)
        .map(
            (row, context) ->
                new Own(
                    row.getString("name"),
                    new Nik(secrets.open("nik", row.getBytes("nik"))),
                    row.getBoolean("sample"),
                    references(handle, id),
                    enrollments(handle, id),
                    rows.of(handle, "t.person", id),
                    looked(handle, id)))
        .findOne();
  }

  private static Answer status(Own own, Optional<Core.Member> member) {
    return new Answer.StatusRead(
        new Answer.Status(
            own.name(),
            member
                .filter(m -> own.references().contains(m.reference()))
                .map(Core.Member::membership)
                .orElse(null),
            own.enrollments(),
            own.claims(),
            own.payments(),
            own.sample()));
  }

  private static List<Answer.Looked> looked(Handle handle, long id) {
    return handle
        .createQuery(
            "select amount, state_since from payments where person = :id and state = 'REVIEW'"
                + " order by state_since, number")
        .bind("id", id)
        .map(
            (row, context) ->
                new Answer.Looked(
                    new Rupiah(row.getLong("amount")), row.getTimestamp("state_since").toInstant()))
        .list();
  }

  private static Set<String> references(Handle handle, long id) {
    return handle
        .createQuery(
            """
            select core_reference from persons where id = :id and core_reference is not null
            union select core_reference from enrolments
              where person = :id and core_reference is not null
            """)
        .bind("id", id)
        .mapTo(String.class)
        .set();
  }

  private static List<Answer.Matter> enrollments(Handle handle, long id) {
    return handle
        .createQuery(
            "select number, state, state_since from enrolments where person = :id order by made,"
                + " number")
        .bind("id", id)
        .map(
            (row, context) ->
                new Answer.Matter(
                    row.getString("number"),
                    EnrollmentState.valueOf(row.getString("state")).words(),
                    row.getTimestamp("state_since").toInstant()))
        .list();
  }

  /// The claims and notices of accidents sent from a conversation.
  public Future<Answer> claims(ConversationId who) {
    return database.transact(
        handle ->
            new Answer.StatusRead(
                new Answer.Status(
                    "",
                    null,
                    List.of(),
                    rows.of(handle, "t.id", talks.of(handle, who).id()),
                    false)));
  }
}
