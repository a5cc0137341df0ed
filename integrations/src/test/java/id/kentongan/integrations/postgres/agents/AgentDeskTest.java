package id.kentongan.integrations.postgres.agents;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Answer.ClientReminded.Outcome;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Income;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Occupation;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.dialogs.values.Place;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import id.kentongan.integrations.Notices.Waiting;
import id.kentongan.integrations.contract.Branch;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.PostgresNotices;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.records.PostgresRecords;
import id.kentongan.integrations.postgres.reminders.AgentReminding;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentDeskTest {
  private static final ConversationId RINA = new ConversationId("telegram", "7");
  private static final ConversationId BUDI = new ConversationId("telegram", "8");
  private static final String KEDUNG = "35.10.04.2005";
  private static final String OTHER = "35.10.04.2006";
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);

  private final TestDatabase test = TestDatabase.start();
  // 15.00 in the west of Indonesia
  private final SetClock clock = new SetClock("2026-11-20T08:00:00Z");
  private final Agents agents = new Agents(test.database(), TestDatabase.KEY, clock);
  private final PostgresNotices notices = new PostgresNotices(test.database(), TestDatabase.KEY);
  private final AgentReminding later =
      new AgentReminding(test.database(), TestDatabase.KEY, clock, Branch.ZONE);
  private final PostgresRecords records = test.records(clock);
  private int version;
  private int serial;

  @BeforeEach
  void logIn() {
    logIn(RINA, "Rina");
    logIn(BUDI, "Budi");
  }

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void countsOnesOwnOfAPeriodByVillage() {
    clock.advance(Duration.ofDays(-30));
    enrol(RINA, "Sari", KEDUNG);
    clock.advance(Duration.ofDays(30));
    String paid = enrol(RINA, "Joko Susilo", KEDUNG);
    enrol(RINA, "Siti Aminah", KEDUNG);
    enrol(RINA, "Karto", OTHER);
    enrol(BUDI, "Wati", KEDUNG);
    active(paid, "2027-01-01");

    assertThat(ask(RINA, new Effect.ReadRecap(NOVEMBER, NOVEMBER.plusMonths(1))))
        .isEqualTo(
            new Answer.RecapRead(
                List.of(
                    new Answer.RecapLine(KEDUNG, 2, 1, 1), new Answer.RecapLine(OTHER, 1, 0, 1)),
                1));
    assertThat(ask(new ConversationId("telegram", "9"), new Effect.ReadRecap(NOVEMBER, NOVEMBER)))
        .isEqualTo(new Answer.Refused("not-agent"));
  }

  @Test
  void listsWhoIsDueAndNobodyElsesPeople() {
    String waiting = enrol(RINA, "Joko Susilo", KEDUNG);
    String ending = enrol(RINA, "Siti Aminah", KEDUNG);
    String fine = enrol(RINA, "Karto", KEDUNG);
    enrol(BUDI, "Wati", KEDUNG);
    active(ending, "2026-08-01");
    active(fine, "2027-01-01");
    clock.advance(Duration.ofHours(25));

    var due = (Answer.ClientsRead) ask(RINA, new Effect.ReadDue(0));
    assertThat(due.clients()).extracting(Answer.Client::number).containsExactly(ending, waiting);
    assertThat(due.clients().getFirst().paidUntil()).isEqualTo(YearMonth.of(2026, 8));
    for (int i = 0; i < 9; i++) {
      enrol(RINA, "Orang", KEDUNG);
    }
    clock.advance(Duration.ofHours(25));
    var first = (Answer.ClientsRead) ask(RINA, new Effect.ReadDue(0));
    var second = (Answer.ClientsRead) ask(RINA, new Effect.ReadDue(first.next()));
    assertThat(first.clients()).hasSize(8);
    assertThat(second.clients()).hasSize(3);
    assertThat(second.next()).isZero();
  }

  @Test
  void findsNamesWithTypingErrors() {
    enrol(RINA, "Joko Susilo", KEDUNG);
    enrol(RINA, "Siti Aminah", KEDUNG);
    enrol(BUDI, "Joko Santoso", KEDUNG);
    assertThat(found("jko susillo")).containsExactly("Joko Susilo");
    assertThat(found("aminah")).containsExactly("Siti Aminah");
    assertThat(found("zulkifli")).isEmpty();
  }

  @Test
  void remindsOnceAMonthAndNamesWho() {
    String waiting = enrol(RINA, "Joko Susilo", KEDUNG);
    assertThat(remind(RINA, waiting, false)).isEqualTo(Outcome.UNREACHED);
    assertThat(remind(RINA, waiting, true)).isEqualTo(Outcome.SENT);
    assertThat(news("whatsapp"))
        .containsExactly(
            new Notice.AgentReminds(
                "Joko Susilo", "Rina", "BUMDesma Maju", null, new Rupiah(16_800), false));
    assertThat(remind(RINA, waiting, true)).isEqualTo(Outcome.ALREADY);
    assertThat(ask(BUDI, new Effect.RemindClient(waiting, true)))
        .isEqualTo(new Answer.NotIdentified());
    active(waiting, "2027-01-01");
    assertThat(remind(RINA, waiting, true)).isEqualTo(Outcome.NOT_DUE);
  }

  @Test
  void whoWantsNoRemindersGetsNone() {
    String waiting = enrol(RINA, "Joko Susilo", KEDUNG);
    var phone = new ConversationId("whatsapp", "628129876540" + serial);
    version++;
    TestDatabase.await(
        records.tell(phone, EffectId.of(phone, version, 0), new Effect.SetReminders(false, 0)));
    assertThat(remind(RINA, waiting, true)).isEqualTo(Outcome.UNWANTED);
    assertThat(news("whatsapp")).isEmpty();
  }

  @Test
  void inTheEveningItWaitsForTheMorning() {
    String waiting = enrol(RINA, "Joko Susilo", KEDUNG);
    clock.advance(Duration.ofHours(6));
    assertThat(remind(RINA, waiting, true)).isEqualTo(Outcome.LATER);
    assertThat(TestDatabase.await(later.send())).isZero();
    clock.advance(Duration.ofHours(12));
    assertThat(TestDatabase.await(later.send())).isEqualTo(1);
    assertThat(TestDatabase.await(later.send())).isZero();
    assertThat(news("whatsapp")).hasSize(1);
  }

  private List<String> found(String name) {
    var read = (Answer.ClientsRead) ask(RINA, new Effect.FindClients(name));
    return read.clients().stream().map(Answer.Client::name).toList();
  }

  private Outcome remind(ConversationId who, String number, boolean byNumber) {
    var answer = ask(who, new Effect.RemindClient(number, byNumber));
    return ((Answer.ClientReminded) answer).outcome();
  }

  private List<Notice> news(String channel) {
    return TestDatabase.await(notices.waiting(0, 100)).stream()
        .filter(waiting -> waiting.conversation().channel().equals(channel))
        .map(Waiting::notice)
        .toList();
  }

  private void active(String number, String paidUntil) {
    TestDatabase.await(
        test.database()
            .transact(
                handle -> {
                  handle.execute("update enrolments set state = 'ACTIVE' where number = ?", number);
                  return handle.execute(
                      """
                      insert into memberships (reference, person, programmes, since, paid_until)
                      select number, person, 'JKK,JKM', date '2026-01-01', ?::date
                      from enrolments where number = ?
                      """,
                      paidUntil,
                      number);
                }));
  }

  private String enrol(ConversationId who, String name, String village) {
    serial++;
    var person =
        new EnrollmentForm.Person(
            name,
            new Nik("35101717088500" + (10 + serial)),
            LocalDate.of(1985, 8, 17),
            new Phone("+628129876540" + serial),
            new Place(village, "", "", "", Branch.ZONE));
    var monthly = new Rupiah(1_000_000);
    var work =
        new EnrollmentForm.Work(
            new Occupation("petani", Sector.OTHER), new Income(monthly, Income.Per.MONTH), monthly);
    var plan =
        new EnrollmentForm.Plan(Programme.basic(), YearMonth.of(2026, 11), 1, new Rupiah(16_800));
    var form = new EnrollmentForm(person, work, plan, Map.of());
    return ((Answer.Enrolled) ask(who, new Effect.EnrollVillager(form, "v1"))).number();
  }

  private void logIn(ConversationId who, String name) {
    var invited = new Agents.Invited(name, Organisation.named("BUMDesma Maju"), List.of(KEDUNG));
    Agents.Invitation invitation = TestDatabase.await(agents.invite("dimas", invited));
    ask(who, new Effect.LogInAgent(invitation.code()));
  }

  private Answer ask(ConversationId who, Effect.Ask ask) {
    version++;
    return TestDatabase.await(records.ask(who, EffectId.of(who, version, 0), ask));
  }
}
