package id.kentongan.integrations.postgres.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.Notices;
import id.kentongan.integrations.contract.Forms;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.PostgresNotices;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.agents.Agents;
import id.kentongan.integrations.postgres.agents.Organisation;
import id.kentongan.integrations.postgres.matters.EnrollmentState;
import id.kentongan.integrations.postgres.officers.OfficerActs;
import id.kentongan.integrations.postgres.records.PostgresRecords;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentEnrolmentsTest {
  private static final ConversationId RINA = new ConversationId("telegram", "7");
  private static final ConversationId STRANGER = new ConversationId("telegram", "8");
  private static final Nik JOKO = new Nik("3510171708850003");
  private static final Nik SITI = new Nik("3510175708850004");

  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T08:00:00Z");
  private final Agents agents = new Agents(test.database(), TestDatabase.KEY, clock);
  private final PostgresRecords records = test.records(clock);
  private long agent;
  private int version;

  @BeforeEach
  void logIn() {
    var who =
        new Agents.Invited("Rina", Organisation.named("BUMDesma Maju"), List.of("35.10.04.2005"));
    Agents.Invitation invitation = TestDatabase.await(agents.invite("dimas", who));
    agent = invitation.agent();
    assertThat(ask(RINA, new Effect.LogInAgent(invitation.code())))
        .isInstanceOf(Answer.AgentIn.class);
  }

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void theRecordIsTheVillagersAndTheActNamesAgentPersonConsentAndTime() {
    Answer.Enrolled enrolled = (Answer.Enrolled) enrol(RINA, JOKO);
    assertThat(
            test.texts(
                """
                select a.act || ' ' || a.matter || ' ' || g.name || ' ' || p.name || ' '
                  || c.purpose || ' ' || c.text_version
                from audit a join agents g on g.id = a.agent join persons p on p.id = a.person
                join consents c on c.id = a.consent and c.person = p.id and c.agent = g.id
                where a.at = timestamptz '2026-11-20T08:00:00Z'
                """))
        .containsExactly("enrol " + enrolled.number() + " Rina Joko enroll.other v1");
    assertThat(test.count("select count(*) from talks where person is not null")).isZero();
    assertThat(
            test.count("select count(*) from enrolments where talk is null and agent = " + agent))
        .isEqualTo(1);
    assertThat(ask(RINA, new Effect.ReadStatus(enrolled.person())))
        .isEqualTo(new Answer.NotIdentified());
  }

  @Test
  void theAgentIsToldOfWhatGoesBackAndNoLongerWhenRevoked() {
    var acts = new OfficerActs(test.database(), TestDatabase.KEY, clock);
    var notices = new PostgresNotices(test.database(), TestDatabase.KEY);
    String joko = ((Answer.Enrolled) enrol(RINA, JOKO)).number();
    String siti = ((Answer.Enrolled) enrol(RINA, SITI)).number();
    TestDatabase.await(acts.moveEnrollment("dimas", joko, EnrollmentState.RETURNED, "NIK salah"));
    assertThat(TestDatabase.await(notices.waiting(0, 10)))
        .extracting(Notices.Waiting::conversation, Notices.Waiting::notice)
        .containsExactly(
            tuple(RINA, new Notice.MatterMoved(joko, "enrollment.returned")),
            tuple(RINA, new Notice.OfficerSaid("NIK salah")));
    TestDatabase.await(acts.moveEnrollment("dimas", joko, EnrollmentState.WAITING, ""));
    TestDatabase.await(agents.revoke("dimas", agent));
    TestDatabase.await(acts.moveEnrollment("dimas", siti, EnrollmentState.REFUSED, ""));
    assertThat(TestDatabase.await(notices.waiting(0, 10))).hasSize(2);
  }

  @Test
  void theVillagerProvesThemselvesByTheReceiptCodeElsewhere() {
    Answer.Enrolled enrolled = (Answer.Enrolled) enrol(RINA, JOKO);
    assertThat(
            ask(STRANGER, new Effect.Identify(JOKO, LocalDate.of(1985, 8, 17), enrolled.receipt())))
        .isEqualTo(new Answer.Identified(enrolled.person(), "Joko"));
  }

  @Test
  void theSameVillagerTwiceIsSaid() {
    enrol(RINA, JOKO);
    assertThat(enrol(RINA, JOKO)).isEqualTo(new Answer.Refused("enrolled-by-you"));
    assertThat(enrol(RINA, SITI)).isInstanceOf(Answer.Enrolled.class);
    assertThat(test.count("select count(*) from persons")).isEqualTo(2);
  }

  @Test
  void onlyAnAgentAndNoLongerWhenRevoked() {
    assertThat(enrol(STRANGER, JOKO)).isEqualTo(new Answer.Refused("not-agent"));
    TestDatabase.await(agents.revoke("dimas", agent));
    assertThat(enrol(RINA, JOKO)).isEqualTo(new Answer.Refused("not-agent"));
    assertThat(test.count("select count(*) from persons")).isZero();
    assertThat(test.count("select count(*) from consents")).isZero();
  }

  private Answer enrol(ConversationId who, Nik nik) {
    return ask(who, new Effect.EnrollVillager(Forms.villager(nik), "v1"));
  }

  private Answer ask(ConversationId who, Effect.Ask ask) {
    version++;
    return TestDatabase.await(records.ask(who, EffectId.of(who, version, 0), ask));
  }
}
