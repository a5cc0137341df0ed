package id.kentongan.integrations.postgres.privacy;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.MyData;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import id.kentongan.integrations.postgres.Talks;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Tells somebody what is kept about them: of their conversation, and of the person it is bound to.
public final class MyDataReading {
  private final Database database;
  private final Keyring keys;
  private final Talks talks;
  private final InstantSource clock;
  private final ZoneId zone;

  public MyDataReading(
      Database database, Keyring keys, Talks talks, InstantSource clock, ZoneId zone) {
    this.database = database;
    this.keys = keys;
    this.talks = talks;
    this.clock = clock;
    this.zone = zone;
  }

  public Future<Answer> read(ConversationId who, Effect.ReadMyData asked) {
    return database.transact(handle -> read(handle, who, asked));
  }

  private Answer read(Handle handle, ConversationId who, Effect.ReadMyData asked) {
    long talk = talks.of(handle, who).id();
    Long person = person(handle, talks, talk, asked.person());
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    return handle
        .createQuery(
            """
            select (select count(*) from journal where talk = :talk) as messages,
              (select min(at) from journal where talk = :talk) as since,
              (select count(*) from files where talk = :talk and name is not null) as files,
              (select count(*) from drafts where talk = :talk) as drafts,
              (select count(*) from enrolments where person = :person) as enrolments,
              (select count(*) from claims where talk = :talk) as claims
            """)
        .bind("talk", talk)
        .bind("person", person)
        .map(
            (row, context) -> {
              var counts =
                  new MyData.Counts(
                      row.getInt("messages"),
                      row.getInt("files"),
                      row.getInt("drafts"),
                      row.getInt("enrolments"),
                      row.getInt("claims"));
              java.sql.Timestamp since = row.getTimestamp("since");
              return new Answer.MyDataRead(
                  new MyData(
                      person == null ? null : who(handle, person),
                      consents(handle, talk),
                      counts,
                      since == null ? null : since.toInstant(),
                      RunningMatters.of(handle, List.of(talk), person, asked.terms(), today)));
            })
        .one();
  }

  /// The person, where the conversation is bound to them and says so itself.
  static @Nullable Long person(Handle handle, Talks talks, long talk, @Nullable String told) {
    OptionalLong bound = talks.person(handle, talk);
    return bound.isPresent() && Long.toString(bound.getAsLong()).equals(told)
        ? (Long) bound.getAsLong()
        : null;
  }

  private MyData.Who who(Handle handle, long person) {
    Secrets secrets = keys.person(handle, person);
    return handle
        .createQuery("select name, nik, phone from persons where id = :id")
        .bind("id", person)
        .map(
            (row, context) -> {
              byte[] phone = row.getBytes("phone");
              return new MyData.Who(
                  row.getString("name"),
                  new Nik(secrets.open("nik", row.getBytes("nik"))).masked(),
                  phone == null ? null : new Phone(secrets.open("phone", phone)).masked());
            })
        .one();
  }

  private static List<MyData.Given> consents(Handle handle, long talk) {
    return handle
        .createQuery(
            """
            select text_version, max(given) as given from consents
            where talk = :talk and agent is null and withdrawn is null
            group by text_version order by 2
            """)
        .bind("talk", talk)
        .map(
            (row, context) ->
                new MyData.Given(
                    row.getString("text_version"), row.getTimestamp("given").toInstant()))
        .list();
  }
}
