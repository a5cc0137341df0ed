package id.kentongan.integrations.postgres.officers;

import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.AuditLines;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import id.kentongan.integrations.postgres.matters.AccidentState;
import id.kentongan.integrations.postgres.officers.Boards.Kind;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// One enrolment, claim or notice of an accident with all that its form and papers say. Every look
/// is written down.
public final class MatterFiles {
  public static final int MOST = 2000;

  private final Database database;
  private final Keyring keys;
  private final InstantSource clock;

  public MatterFiles(Database database, MasterKey master, InstantSource clock) {
    this.database = database;
    this.keys = new Keyring(master);
    this.clock = clock;
  }

  /// `talk` is 0 where nobody chatted.
  public record Matter(
      String number, long talk, Standing standing, List<Field> fields, List<Paper> papers) {}

  /// `signed`: who signed first, and for which state.
  public record Standing(String state, Instant since, List<Act> acts, List<Act> signed) {}

  /// A field of the form: its name, and what it holds as text; days and instants as ISO 8601 has
  /// them.
  public record Field(String name, String value) {}

  /// A paper: `paper` is its key in the content, empty for a file that was only sent; `flaws` what
  /// makes it hard to read, `pages` of a PDF.
  public record Paper(String file, String type, String paper, List<String> flaws, int pages) {}

  /// What officers did to it.
  public record Act(Instant at, String officer, String act) {}

  public Future<Optional<Matter>> open(String officer, Kind kind, String number) {
    return database.transact(
        handle -> {
          Optional<Matter> found = find(handle, kind, number);
          found.ifPresent(
              matter -> AuditLines.add(handle, clock.instant(), officer, "look", number));
          return found;
        });
  }

  /// What a board shows, latest first, at most [#MOST].
  public Future<List<Matter>> export(String officer, Kind kind, Boards.Filter filter) {
    return database.transact(
        handle -> {
          var matters =
              Boards.rows(handle, kind, filter, "", MOST).stream()
                  .flatMap(row -> find(handle, kind, row.number()).stream())
                  .toList();
          AuditLines.add(handle, clock.instant(), officer, "export " + matters.size(), kind.name());
          return matters;
        });
  }

  private Optional<Matter> find(Handle handle, Kind kind, String number) {
    return switch (kind) {
      case ENROLMENTS ->
          handle
              .createQuery(
                  """
                  select e.*, p.name, p.village, p.occupation, p.sector, p.nik, p.birth_date,
                    p.phone
                  from enrolments e join persons p on p.id = e.person where e.number = :number
                  """)
              .bind("number", number)
              .map((row, context) -> enrolment(handle, row))
              .findOne();
      case CLAIMS ->
          handle
              .createQuery(
                  """
                  select c.*, v.at as visit from claims c left join visits v on v.claim = c.number
                  where c.number = :number
                  """)
              .bind("number", number)
              .map((row, context) -> claim(handle, row))
              .findOne();
      case ACCIDENTS ->
          handle
              .createQuery("select * from accidents where number = :number")
              .bind("number", number)
              .map((row, context) -> accident(handle, row))
              .findOne();
    };
  }

  private Matter enrolment(Handle handle, ResultSet row) throws SQLException {
    Secrets person = keys.person(handle, row.getLong("person"));
    var fields = new ArrayList<Field>();
    fields.add(new Field("name", row.getString("name")));
    fields.add(new Field("nik", person.open("nik", row.getBytes("nik"))));
    fields.add(new Field("birth-date", person.open("birth_date", row.getBytes("birth_date"))));
    fields.add(new Field("phone", maybe(person, "phone", row.getBytes("phone"))));
    fields.add(new Field("village", row.getString("village")));
    fields.add(new Field("occupation", text(row.getString("occupation"))));
    fields.add(new Field("income", person.open("income", row.getBytes("income"))));
    fields.add(new Field("programmes", row.getString("programmes")));
    fields.add(new Field("first-month", row.getString("first_month").substring(0, 7)));
    fields.add(new Field("months", row.getString("months")));
    fields.add(new Field("total", row.getString("total")));
    fields.add(new Field("core-reference", text(row.getString("core_reference"))));
    long talk = row.getLong("talk");
    return new Matter(
        row.getString("number"),
        talk,
        standing(handle, row, row.getString("state")),
        fields,
        sent(handle, talk));
  }

  private Matter claim(Handle handle, ResultSet row) throws SQLException {
    long talk = row.getLong("talk");
    Secrets secrets = keys.talk(handle, talk);
    var fields = new ArrayList<Field>();
    fields.add(new Field("deceased", row.getString("deceased")));
    fields.add(
        new Field("deceased-nik", secrets.open("deceased_nik", row.getBytes("deceased_nik"))));
    fields.add(new Field("member", text(row.getString("member"))));
    fields.add(new Field("died", row.getString("died")));
    fields.add(new Field("cause", secrets.open("cause", row.getBytes("cause"))));
    fields.add(new Field("heir", row.getString("heir")));
    fields.add(new Field("relation", row.getString("relation")));
    fields.add(new Field("heir-phone", maybe(secrets, "heir_phone", row.getBytes("heir_phone"))));
    fields.add(new Field("office", row.getString("office")));
    fields.add(new Field("visit", moment(row.getTimestamp("visit"))));
    String number = row.getString("number");
    return new Matter(
        number,
        talk,
        standing(handle, row, row.getString("state")),
        fields,
        papers(handle, number));
  }

  private Matter accident(Handle handle, ResultSet row) throws SQLException {
    long talk = row.getLong("talk");
    Secrets secrets = keys.talk(handle, talk);
    var fields = new ArrayList<Field>();
    fields.add(new Field("victim", row.getString("victim")));
    fields.add(new Field("victim-nik", maybe(secrets, "victim_nik", row.getBytes("victim_nik"))));
    fields.add(new Field("day", row.getString("day")));
    fields.add(new Field("place", secrets.open("place", row.getBytes("place"))));
    fields.add(new Field("chronology", secrets.open("chronology", row.getBytes("chronology"))));
    fields.add(new Field("notifier", row.getString("notifier")));
    fields.add(new Field("notifier-phone", maybe(secrets, "phone", row.getBytes("phone"))));
    fields.add(new Field("deadline", moment(row.getTimestamp("deadline"))));
    String state = AccidentState.of(row.getString("state")).name();
    return new Matter(
        row.getString("number"), talk, standing(handle, row, state), fields, sent(handle, talk));
  }

  private static Standing standing(Handle handle, ResultSet row, String state) throws SQLException {
    String number = row.getString("number");
    return new Standing(
        state,
        row.getTimestamp("state_since").toInstant(),
        acts(handle, number),
        signed(handle, number));
  }

  private static String maybe(Secrets secrets, String column, byte @Nullable [] sealed) {
    return sealed == null ? "" : secrets.open(column, sealed);
  }

  private static String moment(@Nullable Timestamp at) {
    return at == null ? "" : at.toInstant().toString();
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static List<Paper> papers(Handle handle, String claim) {
    return handle
        .createQuery(
            """
            select f.id, f.type, p.paper, f.flaws, f.pages from claim_papers p join files f on f.id = p.file
            where p.claim = :claim order by p.added
            """)
        .bind("claim", claim)
        .map((row, c) -> paper(row))
        .list();
  }

  private static List<Paper> sent(Handle handle, long talk) {
    return handle
        .createQuery(
            """
            select id, type, '', flaws, pages from files
            where talk = :talk and name is not null and until is null order by begun
            """)
        .bind("talk", talk)
        .map((row, c) -> paper(row))
        .list();
  }

  private static Paper paper(ResultSet row) throws SQLException {
    List<String> flaws = Stream.of(row.getString(4).split(",")).filter(f -> !f.isEmpty()).toList();
    return new Paper(row.getString(1), row.getString(2), row.getString(3), flaws, row.getInt(5));
  }

  private static List<Act> acts(Handle handle, String number) {
    return handle
        .createQuery(
            """
            select at, officer, act from audit where matter = :number and act not like 'look%'
            order by place
            """)
        .bind("number", number)
        .map((row, c) -> act(row))
        .list();
  }

  private static List<Act> signed(Handle handle, String number) {
    return handle
        .createQuery(
            "select at, officer, 'sign ' || act from signatures where matter = :number order by at")
        .bind("number", number)
        .map((row, c) -> act(row))
        .list();
  }

  private static Act act(ResultSet row) throws SQLException {
    return new Act(row.getTimestamp(1).toInstant(), row.getString(2), row.getString(3));
  }
}
