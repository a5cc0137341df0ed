package id.kentongan.integrations.postgres.privacy;

import id.kentongan.dialogs.talk.MyData;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import id.kentongan.integrations.postgres.accounts.OfficerSessions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads what is kept of a person, in kinds and counts, numbers masked.
public final class PersonData {
  private final Keyring keys;

  PersonData(Keyring keys) {
    this.keys = keys;
  }

  /// `sample`: invented.
  public record Known(
      long person,
      MyData.Who who,
      boolean sample,
      List<Consent> consents,
      List<Conversation> conversations,
      Counts counts) {}

  /// `agent`: who heard it, where it was not the person in a conversation of theirs.
  public record Consent(
      String purpose,
      String version,
      Instant given,
      @Nullable Instant withdrawn,
      @Nullable String agent) {}

  /// `shared`: with others, so that an erasure leaves it.
  public record Conversation(long talk, String channel, int messages, int files, boolean shared) {}

  /// How much is kept of a person beside what is told whole.
  public record Counts(int enrolments, int payments, int cards, boolean member) {}

  /// None once the person is erased.
  Optional<Known> of(Handle handle, long person) {
    return handle
        .createQuery(
            """
            select p.name, p.nik, p.phone, p.sample, k.wrapped,
              (select count(*) from enrolments where person = p.id) as enrolments,
              (select count(*) from payments where person = p.id) as payments,
              (select count(*) from cards where person = p.id) as cards,
              exists (select 1 from memberships where person = p.id) as member
            from persons p join person_keys k on k.owner = 'person/' || p.id
            where p.id = :person for update of p
            """)
        .bind("person", person)
        .map((row, context) -> known(handle, person, row))
        .findOne();
  }

  private Known known(Handle handle, long person, ResultSet row) throws SQLException {
    var secrets = new Secrets("person/" + person, keys.unwrap(row.getBytes("wrapped")));
    byte[] phone = row.getBytes("phone");
    return new Known(
        person,
        new MyData.Who(
            row.getString("name"),
            new Nik(secrets.open("nik", row.getBytes("nik"))).masked(),
            phone == null ? null : new Phone(secrets.open("phone", phone)).masked()),
        row.getBoolean("sample"),
        consents(handle, person),
        conversations(handle, person),
        new Counts(
            row.getInt("enrolments"),
            row.getInt("payments"),
            row.getInt("cards"),
            row.getBoolean("member")));
  }

  private static List<Consent> consents(Handle handle, long person) {
    return handle
        .createQuery(
            """
            select c.purpose, c.text_version, c.given, c.withdrawn, a.name as agent
            from consents c left join agents a on a.id = c.agent
            where c.person = :person or (c.agent is null and c.person is null and c.talk in (
              select talk from profiles f where person = :person and not exists (
                select 1 from profiles o where o.talk = f.talk and o.person <> :person)))
            order by c.given desc limit 50
            """)
        .bind("person", person)
        .map(
            (row, context) ->
                new Consent(
                    row.getString("purpose"),
                    row.getString("text_version"),
                    row.getTimestamp("given").toInstant(),
                    OfficerSessions.instant(row, "withdrawn"),
                    row.getString("agent")))
        .list();
  }

  private static List<Conversation> conversations(Handle handle, long person) {
    return handle
        .createQuery(
            """
            select t.id, t.channel, (select count(*) from journal where talk = t.id) as messages,
              (select count(*) from files where talk = t.id and name is not null) as files,
              exists (select 1 from profiles o where o.talk = t.id and o.person <> :person) as shared
            from profiles f join talks t on t.id = f.talk where f.person = :person order by t.id
            """)
        .bind("person", person)
        .map(
            (row, context) ->
                new Conversation(
                    row.getLong("id"),
                    row.getString("channel"),
                    row.getInt("messages"),
                    row.getInt("files"),
                    row.getBoolean("shared")))
        .list();
  }

  /// The latest proof of a person who was erased.
  Optional<Erasures.Proof> erasure(Handle handle, long person) {
    return handle
        .createQuery(
            """
            select number, code, made, backups from erasures where person = :person
            order by place desc limit 1
            """)
        .bind("person", person)
        .map((row, context) -> Erasures.proof(handle, keys, row))
        .findOne();
  }
}
