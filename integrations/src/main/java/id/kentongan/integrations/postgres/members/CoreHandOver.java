package id.kentongan.integrations.postgres.members;

import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.dialogs.values.Income;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Occupation;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.dialogs.values.Place;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import id.kentongan.integrations.Core;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.AuditLines;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import id.kentongan.integrations.postgres.matters.Programmes;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An officer hands an enrolment to the core, with its form as it stands now: what was mended since
/// it was submitted goes along. The same form handed over again is the same request to the core.
public final class CoreHandOver {
  private final Database database;
  private final Keyring keys;
  private final Core core;
  private final Function<String, Optional<Place>> places;
  private final InstantSource clock;

  /// `places` knows a village by its code.
  public CoreHandOver(
      Database database,
      MasterKey master,
      Core core,
      Function<String, Optional<Place>> places,
      InstantSource clock) {
    this.database = database;
    this.keys = new Keyring(master);
    this.core = core;
    this.places = places;
    this.clock = clock;
  }

  /// What came of it.
  public enum Handed {
    TAKEN,
    /// The core would not have it.
    REFUSED,
    /// There is none, or it is over.
    NO,
    /// The core did not answer.
    LOST
  }

  /// A form as it stands, and whose it is.
  private record Stands(long person, EnrollmentForm form) {}

  public Future<Handed> hand(String officer, String number) {
    return database
        .transact(
            handle ->
                handle
                    .createQuery(
                        """
                        select e.*, p.name, p.village, p.occupation, p.sector, p.nik, p.birth_date,
                          p.phone, k.wrapped
                        from enrolments e join persons p on p.id = e.person
                        join person_keys k on k.owner = 'person/' || p.id
                        where e.number = :number and e.state in ('CHECKING', 'RETURNED', 'WAITING')
                        """)
                    .bind("number", number)
                    .map((row, context) -> stands(row))
                    .findOne())
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Handed.NO)
                    : hand(officer, number, found.get()));
  }

  private Future<Handed> hand(String officer, String number, Stands stands) {
    String key = HexFormat.of().formatHex(keys.index().effect(said(number, stands.form())));
    return core.enroll(key, stands.form())
        .compose(
            decision ->
                switch (decision) {
                  case Core.Decision.Taken taken -> note(officer, number, stands.person(), taken);
                  case Core.Decision.Refused _ -> audit(officer, number, Handed.REFUSED);
                })
        .recover(lost -> audit(officer, number, Handed.LOST));
  }

  /// All that the form says: another form is another request.
  private static String said(String number, EnrollmentForm form) {
    EnrollmentForm.Person person = form.person();
    Phone phone = person.phone();
    return String.join(
        "/",
        "hand",
        number,
        person.name(),
        person.nik().digits(),
        person.birthDate().toString(),
        phone == null ? "" : phone.e164(),
        person.village().code(),
        form.work().occupation().name(),
        Long.toString(form.work().monthly().amount()),
        form.plan().toString());
  }

  private Future<Handed> note(
      String officer, String number, long person, Core.Decision.Taken taken) {
    return database
        .transact(
            handle -> {
              Secrets secrets = keys.person(handle, person);
              return handle.execute(
                  "update enrolments set core_reference = ?, payment_code = ? where number = ?",
                  taken.reference(),
                  secrets.sealMaybe("payment_code", taken.paymentCode()),
                  number);
            })
        .compose(written -> audit(officer, number, Handed.TAKEN));
  }

  private Future<Handed> audit(String officer, String number, Handed handed) {
    return database.transact(
        handle -> {
          AuditLines.add(handle, clock.instant(), officer, "hand to core: " + handed, number);
          return handed;
        });
  }

  private Stands stands(ResultSet row) throws SQLException {
    long id = row.getLong("person");
    var secrets = new Secrets("person/" + id, keys.unwrap(row.getBytes("wrapped")));
    var monthly = new Rupiah(Long.parseLong(secrets.open("income", row.getBytes("income"))));
    String village = row.getString("village");
    var person =
        new EnrollmentForm.Person(
            row.getString("name"),
            new Nik(secrets.open("nik", row.getBytes("nik"))),
            LocalDate.parse(secrets.open("birth_date", row.getBytes("birth_date"))),
            phone(secrets, row.getBytes("phone")),
            places.apply(village).orElseThrow());
    String sector = row.getString("sector");
    String occupation = row.getString("occupation");
    var work =
        new EnrollmentForm.Work(
            new Occupation(
                occupation == null ? "" : occupation,
                sector == null ? Sector.OTHER : Sector.valueOf(sector)),
            new Income(monthly, Income.Per.MONTH),
            monthly);
    var plan =
        new EnrollmentForm.Plan(
            Programmes.read(row.getString("programmes")),
            YearMonth.from(row.getObject("first_month", LocalDate.class)),
            row.getInt("months"),
            new Rupiah(row.getLong("total")));
    return new Stands(id, new EnrollmentForm(person, work, plan, Map.of()));
  }

  private static @Nullable Phone phone(Secrets secrets, byte @Nullable [] sealed) {
    return sealed == null ? null : new Phone(secrets.open("phone", sealed));
  }
}
