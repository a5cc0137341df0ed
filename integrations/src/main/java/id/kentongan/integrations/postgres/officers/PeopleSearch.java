package id.kentongan.integrations.postgres.officers;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.AuditLines;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.accounts.OfficerSessions;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Finds people: by a part of their name or village, by NIK or phone through the blind index, by
/// the number of a matter. What was asked is not written down, only by what kind of thing.
public final class PeopleSearch {
  private static final String FOUND =
      """
      select p.id, p.name, p.village, p.sample, t.id talk, t.channel,
        (select max(at) from journal j where j.talk = t.id) last
      from persons p left join talks t on t.person = p.id
      """;

  private final Database database;
  private final Keyring keys;
  private final InstantSource clock;

  public PeopleSearch(Database database, MasterKey master, InstantSource clock) {
    this.database = database;
    this.keys = new Keyring(master);
    this.clock = clock;
  }

  /// By what somebody is looked for.
  public sealed interface By {
    record Name(String part) implements By {}

    /// A part of the village's name, or its code or how that begins.
    record Village(String part) implements By {}

    record ByNik(Nik nik) implements By {}

    record ByPhone(Phone phone) implements By {}

    /// An enrolment, claim, notice of an accident or ticket.
    record Matter(String number) implements By {}
  }

  /// A person and one of their conversations, if there is any.
  public record Found(
      long person,
      @Nullable String name,
      @Nullable String village,
      boolean sample,
      long talk,
      @Nullable String channel,
      @Nullable Instant last) {}

  public Future<List<Found>> find(String officer, By by, int most) {
    return database.transact(
        handle -> {
          String kind = by.getClass().getSimpleName().toLowerCase(Locale.ROOT).replace("by", "");
          AuditLines.add(handle, clock.instant(), officer, "search by " + kind, "people");
          return switch (by) {
            case By.Name(String part) ->
                found(handle, "where lower(p.name) like :it", like(part), most);
            case By.Village(String part) ->
                found(
                    handle,
                    """
                    where p.village in (select code from regions
                      where length(code) = 13 and (code like :plain || '%' or lower(name) like :it) limit 50)
                    """,
                    like(part),
                    most);
            case By.ByNik(Nik nik) ->
                found(handle, "where p.nik_blind = :it", keys.index().nik(nik), most);
            case By.ByPhone(Phone phone) -> phoned(handle, phone, most);
            case By.Matter(String number) -> numbered(handle, number, most);
          };
        });
  }

  private static String like(String part) {
    return '%' + part.toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0") + '%';
  }

  /// Whose phone it is, and who writes from it on WhatsApp without being known by name yet.
  private List<Found> phoned(Handle handle, Phone phone, int most) {
    var whatsapp = new ConversationId("whatsapp", phone.e164().substring(1));
    long talk = new Talks(keys).known(handle, whatsapp).map(Talks.Talk::id).orElse(0L);
    return handle
        .createQuery(
            """
            select coalesce(p.id, 0) id, p.name, p.village, coalesce(p.sample, false) sample,
              t.id talk, t.channel, (select max(at) from journal j where j.talk = t.id) last
            from (
              select p.id person, t.id talk from persons p left join talks t on t.person = p.id
              where p.phone_blind = :it
              union select person, id from talks where id = :talk
            ) m left join talks t on t.id = m.talk
            left join persons p on p.id = m.person
            order by p.name, p.id, t.id limit :most
            """)
        .bind("it", keys.index().phone(phone))
        .bind("talk", talk)
        .bind("most", most)
        .map((row, context) -> found(row))
        .list();
  }

  private static List<Found> numbered(Handle handle, String number, int most) {
    return handle
        .createQuery(
            """
            select coalesce(p.id, 0) id, p.name, p.village, coalesce(p.sample, false) sample,
              t.id talk, t.channel, (select max(at) from journal j where j.talk = t.id) last
            from (
              select talk, person from enrolments where number = :it
              union all select talk, null from claims where number = :it
              union all select talk, null from accidents where number = :it
              union all select talk, null from tickets where number = :it
            ) m left join talks t on t.id = m.talk
            left join persons p on p.id = coalesce(m.person, t.person)
            limit :most
            """)
        .bind("it", number)
        .bind("most", most)
        .map((row, context) -> found(row))
        .list();
  }

  private static List<Found> found(Handle handle, String where, Object it, int most) {
    String plain = it instanceof String like ? like.substring(1, like.length() - 1) : "";
    return handle
        .createQuery(FOUND + where + " order by p.name, p.id, t.id limit :most")
        .bind("it", it)
        .bind("plain", plain)
        .bind("most", most)
        .map((row, context) -> found(row))
        .list();
  }

  private static Found found(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Found(
        row.getLong("id"),
        row.getString("name"),
        row.getString("village"),
        row.getBoolean("sample"),
        row.getLong("talk"),
        row.getString("channel"),
        OfficerSessions.instant(row, "last"));
  }
}
