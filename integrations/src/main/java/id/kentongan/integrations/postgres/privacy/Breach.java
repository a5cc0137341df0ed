package id.kentongan.integrations.postgres.privacy;

import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.AuditLines;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whose data somebody may have seen in a time, so that they can be told, as the law on personal
/// data asks within 3 x 24 hours (UU 27/2022, article 46). To list them is itself noted in the
/// audit.
public final class Breach {
  private final Database database;
  private final Keyring keys;
  private final InstantSource clock;

  public Breach(Database database, MasterKey master, InstantSource clock) {
    this.database = database;
    this.keys = new Keyring(master);
    this.clock = clock;
  }

  /// One of them; `phone` as in the record, `ways` the channels of their conversations.
  public record Touched(
      long person, String name, String village, @Nullable String phone, List<String> ways) {}

  /// Whom an officer's account looked at: by conversation, matter or search of a person. A search
  /// or an export names nobody, so where there was one, `everybody` is the safe answer.
  private static final String OF_OFFICER =
      """
      with looked as (
        select matter, split_part(matter, '/', 1) as kind, split_part(matter, '/', 2) as id
        from audit where officer = :officer and at >= :from and at < :to),
      touched as (
        select person from talks where person is not null and id::text in
          (select id from looked where kind = 'talk')
        union select p.person from profiles p where p.talk::text in
          (select id from looked where kind = 'talk')
        union select e.person from enrolments e where e.number in (select matter from looked)
        union select t.person from tickets k join talks t on t.id = k.talk
          where t.person is not null and k.number in (select matter from looked)
        union select t.person from claims c join talks t on t.id = c.talk
          where t.person is not null and c.number in (select matter from looked))
      """;

  /// Everybody about whom anything was written or changed in that time.
  private static final String OF_TIME =
      """
      with touched as (
        select t.person from journal j join talks t on t.id = j.talk
          where t.person is not null and j.at >= :from and j.at < :to
        union select p.person from journal j join profiles p on p.talk = j.talk
          where j.at >= :from and j.at < :to
        union select person from enrolments where state_since >= :from and state_since < :to
        union select id from persons where made >= :from and made < :to)
      """;

  private static final String LIST =
      """
      select p.id, p.name, p.village, p.phone,
        coalesce((select string_agg(distinct t.channel, ',') from talks t where t.person = p.id), '')
          as ways
      from persons p where p.id in (select person from touched) order by p.village, p.name, p.id
      """;

  /// Whom this officer's account looked at, from `from` until before `to`.
  public Future<List<Touched>> by(String officer, Instant from, Instant to) {
    return list(OF_OFFICER, officer, from, to);
  }

  /// Whose data moved in that time, as when a machine or a store was open.
  public Future<List<Touched>> during(Instant from, Instant to) {
    return list(OF_TIME, "", from, to);
  }

  private Future<List<Touched>> list(String touched, String officer, Instant from, Instant to) {
    return database.transact(
        handle -> {
          String matter = "from " + from + " to " + to;
          AuditLines.add(handle, clock.instant(), "command", "list a breach " + officer, matter);
          return handle
              .createQuery(touched + LIST)
              .bind("officer", officer)
              .bind("from", from)
              .bind("to", to)
              .map(
                  (row, context) -> {
                    long id = row.getLong("id");
                    byte[] phone = row.getBytes("phone");
                    return new Touched(
                        id,
                        row.getString("name"),
                        row.getString("village"),
                        phone == null ? null : keys.person(handle, id).open("phone", phone),
                        List.of(row.getString("ways").split(",")));
                  })
              .list();
        });
  }
}
