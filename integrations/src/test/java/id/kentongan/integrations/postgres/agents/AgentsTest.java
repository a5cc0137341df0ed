package id.kentongan.integrations.postgres.agents;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.values.Code;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.records.PostgresRecords;
import id.kentongan.integrations.postgres.records.Verify;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgentsTest {
  private static final ConversationId RINA = new ConversationId("telegram", "7");
  private static final ConversationId OTHER = new ConversationId("telegram", "8");
  private static final Agents.Invited WHO =
      new Agents.Invited(
          "Rina",
          new Organisation("BUMDesma Maju", Organisation.Kind.BUMDESMA, "12/PKS/2026"),
          List.of("35.10.04.2005"));

  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T08:00:00Z");
  private final Agents agents = new Agents(test.database(), TestDatabase.KEY, clock);
  private final Verify verify = new Verify(test.database(), TestDatabase.KEY);
  private final PostgresRecords records = test.records(clock);
  private int version;

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void theCodeLetsInOnceAndVillagersMayCheckTheAgent() {
    Code code = invite().code();
    Answer.AgentIn in = (Answer.AgentIn) logIn(RINA, code);
    assertThat(in.name()).isEqualTo("Rina");
    assertThat(in.organisation()).isEqualTo("BUMDesma Maju");
    assertThat(logIn(OTHER, code)).isEqualTo(new Answer.NotIdentified());
    assertThat(bound()).isEqualTo(1);
    assertThat(TestDatabase.await(verify.code(in.check().text())))
        .isInstanceOfSatisfying(
            Verify.Result.Found.class,
            found -> assertThat(found.kind()).isEqualTo(Verify.Kind.AGENT));
    assertThat(test.texts("select act from audit where agent is not null order by id"))
        .containsExactly("invite agent", "log in");
  }

  @Test
  void sinceWhenSomebodyIsAnAgentIsADayOfTheOffice() {
    clock.advance(Duration.between(clock.instant(), Instant.parse("2026-11-20T18:00:00Z")));
    invite();
    assertThat(test.texts("select since::text from agents")).containsExactly("2026-11-21");
  }

  @Test
  void theCodeExpires() {
    Code code = invite().code();
    clock.advance(Agents.VALID);
    assertThat(logIn(RINA, code)).isEqualTo(new Answer.NotIdentified());
  }

  @Test
  void invitedAgainForANewPhoneTheAgentLeavesTheOldOne() {
    Code first = invite().code();
    Answer.AgentIn before = (Answer.AgentIn) logIn(RINA, first);
    assertThat(logIn(OTHER, invite().code())).isInstanceOf(Answer.AgentIn.class);
    assertThat(test.count("select count(*) from agents")).isEqualTo(1);
    assertThat(bound()).isEqualTo(1);
    assertThat(TestDatabase.await(verify.code(before.check().text())))
        .isInstanceOf(Verify.Result.Unknown.class);
  }

  @Test
  void aConversationHoldsOneAgent() {
    logIn(RINA, invite().code());
    var budi =
        new Agents.Invited("Budi", Organisation.named("bumdesma maju"), List.of("35.10.04.2003"));
    assertThat(logIn(RINA, TestDatabase.await(agents.invite("dimas", budi)).code()))
        .isInstanceOf(Answer.AgentIn.class);
    assertThat(test.texts("select name from agents where talk is not null"))
        .containsExactly("Budi");
    assertThat(TestDatabase.await(new AgentRoster(test.database()).all(9)))
        .extracting(AgentRoster.Row::organisation)
        .containsOnly(WHO.organisation());
  }

  @Test
  void inTheChatAVillagerSeesWhoTheAgentIs() {
    Answer.AgentIn in = (Answer.AgentIn) logIn(RINA, invite().code());
    assertThat(check(in.check()))
        .isEqualTo(
            new Answer.AgentKnown(
                "Rina", "BUMDesma Maju", java.time.LocalDate.of(2026, 11, 20), false));
    for (int i = 0; i < 3; i++) {
      assertThat(check(new Code("2222-333" + (i + 2)))).isEqualTo(new Answer.NotIdentified());
    }
    assertThat(check(in.check())).isInstanceOf(Answer.TooManyTries.class);
  }

  @Test
  void revokedAtOnce() {
    Agents.Invitation invitation = invite();
    Answer.AgentIn in = (Answer.AgentIn) logIn(RINA, invitation.code());
    Code unused = invite().code();
    assertThat(TestDatabase.await(agents.revoke("dimas", invitation.agent()))).isTrue();
    assertThat(TestDatabase.await(agents.revoke("dimas", invitation.agent()))).isFalse();
    assertThat(bound()).isZero();
    assertThat(logIn(OTHER, unused)).isEqualTo(new Answer.NotIdentified());
    assertThat(TestDatabase.await(verify.code(in.check().text())))
        .isInstanceOf(Verify.Result.Unknown.class);
  }

  @Test
  void threeTriesAnHour() {
    Code code = invite().code();
    for (int i = 0; i < 3; i++) {
      assertThat(logIn(RINA, new Code("2222-222" + (i + 2)))).isEqualTo(new Answer.NotIdentified());
    }
    assertThat(logIn(RINA, code)).isInstanceOf(Answer.TooManyTries.class);
    assertThat(logIn(OTHER, code)).isInstanceOf(Answer.AgentIn.class);
  }

  private Agents.Invitation invite() {
    return TestDatabase.await(agents.invite("dimas", WHO));
  }

  private long bound() {
    return test.count("select count(*) from agents where talk is not null and revoked is null");
  }

  private Answer check(Code code) {
    version++;
    return TestDatabase.await(
        records.ask(OTHER, EffectId.of(OTHER, version, 0), new Effect.CheckAgent(code)));
  }

  private Answer logIn(ConversationId who, Code code) {
    version++;
    return TestDatabase.await(
        records.ask(who, EffectId.of(who, version, 0), new Effect.LogInAgent(code)));
  }
}
