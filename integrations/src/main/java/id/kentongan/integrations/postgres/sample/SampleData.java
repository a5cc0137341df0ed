package id.kentongan.integrations.postgres.sample;

import id.kentongan.dialogs.talk.ClaimForm;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Income;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Place;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Relation;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.integrations.Core;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Numbers;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.claims.Claims;
import id.kentongan.integrations.postgres.matters.ClaimState;
import id.kentongan.integrations.postgres.matters.EnrollmentState;
import id.kentongan.integrations.postgres.members.EnrolmentRows;
import id.kentongan.integrations.postgres.members.People;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Puts the invented people of [Sample] into the records, each flagged as sample. Loading again
/// doubles nothing and moves their dates along with today.
public final class SampleData {
  private static final String OFFICE = "Kantor Cabang Contoh";
  private static final ConversationId FAMILY = new ConversationId("sample", "family");

  private final Database database;
  private final Keyring keys;
  private final InstantSource clock;
  private final ZoneId zone;
  private final People people;
  private final Numbers numbers;
  private final SampleMembers members;

  public SampleData(Database database, MasterKey master, InstantSource clock, ZoneId zone) {
    this.database = database;
    this.keys = new Keyring(master);
    this.clock = clock;
    this.zone = zone;
    this.people = new People(keys);
    this.numbers = new Numbers(keys);
    this.members = new SampleMembers(keys, people);
  }

  /// An account to try: who it is, how they stand, and what proves it (a KPJ or a receipt code).
  public record Account(String name, String condition, Nik nik, LocalDate birthDate, Code proof) {}

  /// An agent to try, with the code that logs them in once.
  public record AgentAccount(String name, String organisation, Code login) {}

  public List<AgentAccount> agents() {
    return Sample.agents().stream()
        .map(a -> new AgentAccount(a.name(), a.organisation(), members.login(a)))
        .toList();
  }

  /// The accounts to print.
  public Future<List<Account>> load() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    return database.transact(handle -> load(handle, today));
  }

  private List<Account> load(Handle handle, LocalDate today) {
    // why: two nodes may start at once.
    handle.execute("lock table meta in exclusive mode");
    var accounts = new ArrayList<Account>();
    for (Sample.Person person : Sample.people(today)) {
      People.Person row = members.person(handle, person);
      Sample.Member member = person.member();
      if (member == null) {
        Code receipt = enrol(handle, person, row, today);
        accounts.add(account(person, "WAITING_FOR_PAYMENT", receipt));
      } else {
        members.join(handle, row, member);
        accounts.add(account(person, member.condition().name(), new Code(member.kpj())));
        if (member.known().died() != null) {
          claim(handle, person, today);
        }
      }
    }
    members.agents(handle, today);
    return List.copyOf(accounts);
  }

  private static Account account(Sample.Person person, String condition, Code proof) {
    return new Account(person.name(), condition, person.nik(), person.birthDate(), proof);
  }

  private Code enrol(Handle handle, Sample.Person person, People.Person row, LocalDate today) {
    Code receipt = keys.codes().fixed("sample enrolment");
    String number = numbers.next(handle, Numbers.Kind.ENROLMENT, today);
    if (numbers.claim(handle, receipt, number)) {
      new EnrolmentRows(keys, numbers)
          .write(
              handle,
              new EnrolmentRows.Row(
                  null, row, form(person, today), EnrollmentState.WAITING, clock.instant(), true),
              new EnrolmentRows.Followed(number, receipt, new Core.Decision.Taken("sample", null)));
    }
    return receipt;
  }

  private EnrollmentForm form(Sample.Person person, LocalDate today) {
    var monthly = new Rupiah(1_000_000);
    return new EnrollmentForm(
        new EnrollmentForm.Person(
            person.name(),
            person.nik(),
            person.birthDate(),
            person.phone(),
            new Place(person.village(), "", "", "", zone)),
        new EnrollmentForm.Work(
            person.occupation(), new Income(monthly, Income.Per.MONTH), monthly),
        new EnrollmentForm.Plan(Programme.basic(), YearMonth.from(today), 1, new Rupiah(16_800)),
        Map.of());
  }

  private void claim(Handle handle, Sample.Person person, LocalDate today) {
    Code receipt = keys.codes().fixed("sample claim");
    String number = numbers.next(handle, Numbers.Kind.CLAIM, today);
    if (numbers.claim(handle, receipt, number)) {
      Talks.Talk talk = new Talks(keys).of(handle, FAMILY);
      var form =
          new ClaimForm(
              new ClaimForm.Deceased(
                  person.name(), person.nik(), today.minusDays(20), "sakit", null),
              new ClaimForm.Heir("Nurhayati", Relation.WIFE, null),
              List.of());
      new Claims(keys, numbers, clock, zone, OFFICE)
          .write(handle, talk, form, number, receipt, true);
      handle.execute(
          "update claims set state = ? where number = ?", ClaimState.COMPLETE.name(), number);
    }
  }
}
