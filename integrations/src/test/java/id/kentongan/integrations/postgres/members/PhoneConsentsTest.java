package id.kentongan.integrations.postgres.members;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.Notices.Waiting;
import id.kentongan.integrations.contract.Branch;
import id.kentongan.integrations.contract.Forms;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.PostgresNotices;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.agents.Agents;
import id.kentongan.integrations.postgres.agents.Organisation;
import id.kentongan.integrations.postgres.records.PostgresRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PhoneConsentsTest {
  private static final ConversationId RINA = new ConversationId("telegram", "7");
  private static final ConversationId PHONE = new ConversationId("whatsapp", "6281298765432");
  private static final ConversationId STRANGER = new ConversationId("whatsapp", "6281200000001");
  private static final Nik JOKO = new Nik("3510171708850003");

  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T08:00:00Z");
  private final Agents agents = new Agents(test.database(), TestDatabase.KEY, clock);
  private final PostgresRegistry core = new PostgresRegistry(test.database(), TestDatabase.KEY);
  private final PostgresNotices notices = new PostgresNotices(test.database(), TestDatabase.KEY);
  private final ConsentWatch watch =
      new ConsentWatch(test.database(), TestDatabase.KEY, core, clock, Branch.ZONE);
  private final PostgresRecords records =
      new PostgresRecords(
          test.database(), TestDatabase.KEY, core, clock, Branch.OFFICES, Branch.ZONE);
  private long agent;
  private int version;

  @BeforeEach
  void logIn() {
    var who =
        new Agents.Invited("Rina", Organisation.named("BUMDesma Maju"), List.of("35.10.04.2005"));
    Agents.Invitation invitation = TestDatabase.await(agents.invite("dimas", who));
    agent = invitation.agent();
    ask(RINA, new Effect.LogInAgent(invitation.code()));
  }

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void nothingIsEnrolledUntilThePhoneSaysYesAndTheConsentTellsHow() {
    Notice.ConsentWanted wanted = wanted();
    assertThat(wanted.name() + wanted.agent() + wanted.organisation())
        .isEqualTo("JokoRinaBUMDesma Maju");
    assertThat(test.count("select count(*) from persons")).isZero();
    assertThat(test.count("select count(*) from consents")).isZero();

    var given = (Answer.ConsentGiven) ask(PHONE, new Effect.GiveConsent(wanted.request()));

    assertThat(
            test.texts(
                "select way || ' ' || text_version || ' ' || given at time zone 'UTC'"
                    + " || ' ' || channel from consents c join talks t on t.id = c.talk"
                    + " where c.person is not null"))
        .containsExactly("OWN_PHONE v1 2026-11-20 08:00:00 whatsapp");
    assertThat(test.texts("select number from enrolments where agent = " + agent))
        .containsExactly(given.number());
    assertThat(last(RINA))
        .isEqualTo(
            new Notice.ConsentEnded("Joko", Notice.ConsentEnded.Outcome.GIVEN, given.number()));
    assertThat(test.count("select count(*) from consent_requests where form is not null")).isZero();
    assertThat(test.count("select count(*) from talks where person is not null")).isZero();
    assertThat(ask(PHONE, new Effect.GiveConsent(wanted.request())))
        .isEqualTo(new Answer.Refused("consent-over"));
  }

  @Test
  void theAgentTellsTheCodeThatThePhoneWasSent() {
    Notice.ConsentWanted wanted = wanted();
    assertThat(ask(STRANGER, new Effect.TellConsent(new Code(wanted.code()))))
        .isEqualTo(new Answer.NotIdentified());
    assertThat(ask(RINA, new Effect.TellConsent(new Code(wanted.code()))))
        .isInstanceOf(Answer.ConsentGiven.class);
    assertThat(test.texts("select way from consents where person is not null"))
        .containsExactly("CODE_TOLD");
    assertThat(last(PHONE)).isInstanceOf(Notice.MatterMoved.class);
  }

  @Test
  void guessesAreFew() {
    Notice.ConsentWanted wanted = wanted();
    Code wrong = new Code(wanted.code().equals("000000") ? "000001" : "000000");
    for (int i = 0; i < 3; i++) {
      assertThat(ask(RINA, new Effect.TellConsent(wrong))).isEqualTo(new Answer.NotIdentified());
    }
    assertThat(ask(RINA, new Effect.TellConsent(new Code(wanted.code()))))
        .isInstanceOf(Answer.TooManyTries.class);
  }

  @Test
  void onlyThePhoneThatWasAskedMayAnswer() {
    Notice.ConsentWanted wanted = wanted();
    assertThat(ask(RINA, new Effect.GiveConsent(wanted.request())))
        .isEqualTo(new Answer.Refused("consent-over"));
    tell(STRANGER, new Effect.RefuseConsent(wanted.request()));
    assertThat(ask(PHONE, new Effect.GiveConsent(wanted.request())))
        .isInstanceOf(Answer.ConsentGiven.class);
  }

  @Test
  void aNoErasesWhatWasFilledIn() {
    Notice.ConsentWanted wanted = wanted();
    tell(PHONE, new Effect.RefuseConsent(wanted.request()));
    assertThat(last(RINA))
        .isEqualTo(new Notice.ConsentEnded("Joko", Notice.ConsentEnded.Outcome.REFUSED, null));
    assertThat(
            test.count(
                "select count(*) from consent_requests"
                    + " where form is not null or code is not null or nik_blind is not null"))
        .isZero();
    assertThat(ask(PHONE, new Effect.GiveConsent(wanted.request())))
        .isEqualTo(new Answer.Refused("consent-over"));
    assertThat(test.count("select count(*) from persons")).isZero();
  }

  @Test
  void silenceEndsItToo() {
    Notice.ConsentWanted wanted = wanted();
    clock.advance(Duration.ofHours(47));
    assertThat(TestDatabase.await(watch.end())).isZero();
    clock.advance(Duration.ofHours(2));
    assertThat(ask(PHONE, new Effect.GiveConsent(wanted.request())))
        .isEqualTo(new Answer.Refused("consent-over"));
    assertThat(TestDatabase.await(watch.end())).isEqualTo(1);
    assertThat(TestDatabase.await(watch.end())).isZero();
    assertThat(last(RINA))
        .isEqualTo(new Notice.ConsentEnded("Joko", Notice.ConsentEnded.Outcome.SILENT, null));
  }

  @Test
  void askingAgainReplacesAndIsLimitedForThePhone() {
    Notice.ConsentWanted first = wanted();
    Notice.ConsentWanted second = wanted();
    assertThat(ask(PHONE, new Effect.GiveConsent(first.request())))
        .isEqualTo(new Answer.Refused("consent-over"));
    wanted();
    assertThat(ask(RINA, asking())).isInstanceOf(Answer.TooManyTries.class);
    assertThat(second.request()).isNotEqualTo(first.request());
  }

  @Test
  void anAgentRevokedMeanwhileEnrolsNobody() {
    Notice.ConsentWanted wanted = wanted();
    TestDatabase.await(agents.revoke("dimas", agent));
    assertThat(ask(PHONE, new Effect.GiveConsent(wanted.request())))
        .isEqualTo(new Answer.Refused("consent-over"));
    assertThat(test.count("select count(*) from persons")).isZero();
    assertThat(ask(RINA, asking())).isEqualTo(new Answer.Refused("not-agent"));
  }

  private Notice.ConsentWanted wanted() {
    assertThat(ask(RINA, asking())).isInstanceOf(Answer.ConsentAsked.class);
    return (Notice.ConsentWanted) last(PHONE);
  }

  private Effect.AskConsent asking() {
    Instant until = Instant.parse("2026-11-22T08:00:00Z");
    return new Effect.AskConsent(Forms.villager(JOKO), "v1", until);
  }

  private Notice last(ConversationId who) {
    return TestDatabase.await(notices.waiting(0, 100)).stream()
        .filter(waiting -> waiting.conversation().equals(who))
        .map(Waiting::notice)
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private Answer ask(ConversationId who, Effect.Ask ask) {
    version++;
    return TestDatabase.await(records.ask(who, EffectId.of(who, version, 0), ask));
  }

  private void tell(ConversationId who, Effect effect) {
    version++;
    TestDatabase.await(records.tell(who, EffectId.of(who, version, 0), effect));
  }
}
