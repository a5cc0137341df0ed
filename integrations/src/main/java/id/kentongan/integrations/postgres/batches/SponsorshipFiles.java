package id.kentongan.integrations.postgres.batches;

import id.kentongan.dialogs.roll.RollRow.Good;
import id.kentongan.dialogs.talk.Sponsored;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.AuditLines;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The lists that villages pay for, as officers read them. Every look at people is in the audit.
public final class SponsorshipFiles {
  private static final int MOST = 200;

  private final Database database;
  private final Keyring keys;
  private final BatchRows rows;
  private final SponsorshipRows sponsorships;
  private final Batches.Time time;

  public SponsorshipFiles(Database database, MasterKey master, Batches.Time time) {
    this.database = database;
    this.keys = new Keyring(master);
    this.rows = new BatchRows(keys);
    this.sponsorships = new SponsorshipRows(keys, time);
    this.time = time;
  }

  /// A list on the board; `agent` is who sent it, of `organisation`.
  public record Line(
      Sponsored sponsored, String agent, String organisation, Instant made, boolean renewal) {}

  /// Who is in it: the NIK in full, as payments are made by it.
  public record Person(String name, Nik nik, String occupation) {
    @Override
    public String toString() {
      return "Person[••]";
    }
  }

  /// A list, who is in it, who signed, and what is known of the village's money this year.
  public record Opened(
      Line line,
      List<Person> people,
      List<String> signed,
      @Nullable Rupiah budget,
      @Nullable Rupiah spent,
      String said) {}

  public Future<List<Line>> all(String state) {
    return database.transact(handle -> lines(handle, "(:it = '' or s.state = :it)", state));
  }

  /// Each look is in the audit.
  public Future<Optional<Opened>> open(String officer, String number) {
    return database.transact(
        handle ->
            lines(handle, "s.number = :it", number).stream()
                .findFirst()
                .map(
                    line -> {
                      AuditLines.add(handle, time.clock().instant(), officer, "look", number);
                      return opened(handle, line);
                    }));
  }

  private List<Line> lines(Handle handle, String which, String it) {
    return handle
        .createQuery(
            """
            select s.number, s.made, s.renews, a.name, o.name as organisation
            from sponsorships s join agents a on a.id = s.agent
            join organisations o on o.id = a.organisation
            where %s order by s.state <> 'WAITING', s.made desc limit :most
            """
                .formatted(which))
        .bind("it", it)
        .bind("most", MOST)
        .map(
            (row, context) ->
                new Line(
                    sponsorships.of(handle, row.getString("number")).orElseThrow(),
                    row.getString("name"),
                    row.getString("organisation"),
                    row.getTimestamp("made").toInstant(),
                    row.getString("renews") != null))
        .list();
  }

  private Opened opened(Handle handle, Line line) {
    String number = line.sponsored().number();
    var money = VillageMoney.of(handle, line.sponsored().village(), time.month().getYear());
    return new Opened(
        line,
        Stream.concat(waiting(handle, number), known(handle, number)).toList(),
        handle
            .createQuery("select officer from signatures where matter = :number order by at")
            .bind("number", number)
            .mapTo(String.class)
            .list(),
        money.map(VillageMoney.Account::budget).orElse(null),
        money.map(VillageMoney.Account::spent).orElse(null),
        handle
            .createQuery("select said from sponsorships where number = :number")
            .bind("number", number)
            .mapTo(String.class)
            .one());
  }

  /// Those who are to be enrolled, as the list says.
  private Stream<Person> waiting(Handle handle, String number) {
    return handle
        .createQuery("select batch from sponsorships where number = :n and batch is not null")
        .bind("n", number)
        .mapTo(Long.class)
        .findOne()
        .stream()
        .flatMap(batch -> rows.in(handle, batch, BatchRow.State.READY, Integer.MAX_VALUE).stream())
        .map(row -> person((Good) row.said()));
  }

  private static Person person(Good row) {
    return new Person(row.person().name(), row.person().nik(), row.work().occupation().name());
  }

  private Stream<Person> known(Handle handle, String number) {
    return handle
        .createQuery(
            """
            select p.id, p.name, p.nik, coalesce(p.occupation, '') as occupation, k.wrapped
            from sponsored_people s join persons p on p.id = s.person
            join person_keys k on k.owner = 'person/' || p.id
            where s.sponsorship = :number order by p.name, p.id
            """)
        .bind("number", number)
        .map((row, context) -> person(row))
        .list()
        .stream();
  }

  private Person person(ResultSet row) throws SQLException {
    var secrets = new Secrets("person/" + row.getLong("id"), keys.unwrap(row.getBytes("wrapped")));
    return new Person(
        row.getString("name"),
        new Nik(secrets.open("nik", row.getBytes("nik"))),
        row.getString("occupation"));
  }
}
