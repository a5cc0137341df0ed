package id.kentongan.integrations.postgres.accounts;

import static id.kentongan.integrations.postgres.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OfficersTest {
  private static final byte[] TOKEN = {1, 2, 3};
  private static final Duration DAY = Duration.ofHours(10);

  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T02:00:00Z");
  private final Officers officers = new Officers(test.database(), TestDatabase.KEY, clock);
  private final OfficerSessions sessions = new OfficerSessions(test.database(), clock);
  private final SecondFactors factors = new SecondFactors(test.database(), TestDatabase.KEY, clock);

  @BeforeEach
  void account() {
    var dimas = new Officers.New("dimas", "Mas Dimas", Role.OFFICER, "hash", false);
    assertThat(await(officers.add("root", dimas))).isTrue();
    assertThat(await(officers.add("root", dimas))).isFalse();
  }

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void anAdministratorsChangeTakesLocksOff() {
    var stranger = new SignInTries.Who("dimas", false, "192.0.2.1");
    var tries = new SignInTries(test.database(), TestDatabase.KEY, clock);
    for (int i = 0; i < 5; i++) {
      await(tries.wrongCode(stranger));
    }
    assertThat(await(tries.free(stranger))).isFalse();
    await(officers.renewPassword("ayu", "dimas", "other", true));
    assertThat(await(tries.free(stranger))).isTrue();
    assertThat(await(officers.password("dimas"))).contains("other");
    assertThat(await(officers.all()).getFirst().lockedUntil()).isNull();
  }

  @Test
  void aCodeOfAStepIsTakenOnce() {
    assertThat(await(factors.of("dimas"))).isEmpty();
    assertThat(await(factors.keep("dimas", "SECRET", 7))).isTrue();
    assertThat(await(factors.keep("dimas", "OTHER", 7))).isFalse();
    assertThat(await(factors.of("dimas"))).contains(new SecondFactors.Known("SECRET", 7));
    assertThat(await(factors.take("dimas", 7))).isFalse();
    assertThat(await(factors.take("dimas", 8))).isTrue();
    assertThat(await(factors.take("dimas", 8))).isFalse();
    assertThat(test.texts("select encode(totp, 'escape') from officers").getFirst())
        .doesNotContain("SECRET");
  }

  @Test
  void aSessionEndsWithItsTimeOrWhenNobodyIsThere() {
    await(sessions.enter(TOKEN, "dimas", true, DAY));
    assertThat(await(sessions.who(TOKEN)))
        .contains(
            new OfficerSessions.Holder("dimas", "Mas Dimas", Role.OFFICER, true, false, false));
    for (int i = 0; i < 11; i++) {
      clock.advance(Duration.ofMinutes(50));
      assertThat(await(sessions.who(TOKEN))).isPresent();
    }
    clock.advance(Duration.ofMinutes(51));
    assertThat(await(sessions.who(TOKEN))).isEmpty();

    await(sessions.enter(new byte[] {9}, "dimas", true, DAY));
    clock.advance(Duration.ofMinutes(61));
    assertThat(await(sessions.who(new byte[] {9}))).isEmpty();
  }

  @Test
  void whateverChangesAnAccountPutsItsHolderOut() {
    java.util.List<Runnable> changes =
        java.util.List.of(
            () -> await(officers.role("ayu", "dimas", Role.AUDITOR)),
            () -> await(officers.renewPassword("ayu", "dimas", "other", true)),
            () -> await(officers.forgetFactor("ayu", "dimas")),
            () -> await(sessions.revoke("ayu", "dimas")),
            () -> await(officers.close("ayu", "dimas", true)));
    for (Runnable change : changes) {
      await(sessions.enter(TOKEN, "dimas", true, DAY));
      change.run();
      assertThat(await(sessions.who(TOKEN))).isEmpty();
    }
    assertThat(await(officers.password("dimas"))).isEmpty();
    assertThat(await(officers.all()))
        .containsExactly(
            new Officers.Account("dimas", "Mas Dimas", Role.AUDITOR, false, true, null, null));
    assertThat(test.count("select count(*) from audit where officer = 'ayu'")).isEqualTo(5);
  }
}
