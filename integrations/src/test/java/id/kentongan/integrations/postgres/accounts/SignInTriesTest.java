package id.kentongan.integrations.postgres.accounts;

import static id.kentongan.integrations.postgres.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.TestDatabase;
import id.kentongan.integrations.postgres.accounts.SignInTries.Who;
import id.kentongan.integrations.postgres.privacy.Purge;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInTriesTest {
  private static final Who HERE = address(1);
  private static final Who KNOWN = new Who("dimas", true, "mark");

  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T02:00:00Z");
  private final SignInTries tries = new SignInTries(test.database(), TestDatabase.KEY, clock);

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void fiveWrongOnesLockThatAddressAloneForAQuarterOfAnHour() {
    wrong(HERE, 5);
    assertThat(await(tries.free(HERE))).isFalse();
    assertThat(await(tries.free(address(2)))).isTrue();
    assertThat(await(tries.free(new Who("rina", false, HERE.from())))).isTrue();
    clock.advance(Duration.ofMinutes(10));
    wrong(HERE, 5);
    clock.advance(Duration.ofMinutes(5));
    assertThat(await(tries.free(HERE))).isTrue();
    wrong(HERE, 4);
    assertThat(await(tries.free(HERE))).isTrue();
  }

  @Test
  void whoIsLockedOutLocksNobodyElseOut() {
    wrong(HERE, 200);
    assertThat(await(tries.free(address(2)))).isTrue();
  }

  @Test
  void manyAddressesTogetherLockAllButKnownBrowsers() {
    var dimas = new Officers.New("dimas", "Mas Dimas", Role.OFFICER, "hash", false);
    await(new Officers(test.database(), TestDatabase.KEY, clock).add("root", dimas));
    for (int i = 0; i < 25; i++) {
      assertThat(await(tries.free(address(100)))).isTrue();
      wrong(address(i), 1);
    }
    assertThat(await(tries.free(address(100)))).isFalse();
    assertThat(await(tries.free(KNOWN))).isTrue();
    Awaitility.await()
        .until(() -> test.texts("select act from audit order by place").contains("locked"));
    clock.advance(Duration.ofMinutes(15));
    assertThat(await(tries.free(address(100)))).isTrue();
  }

  @Test
  void fiveWrongCodesAreAsManyPasswordsOfMany() {
    for (int i = 0; i < 5; i++) {
      await(tries.wrongCode(address(i)));
    }
    assertThat(await(tries.free(address(100)))).isFalse();
  }

  @Test
  void aKnownBrowserHasFiveOfItsOwn() {
    wrong(KNOWN, 4);
    await(tries.right(KNOWN));
    wrong(KNOWN, 4);
    assertThat(await(tries.free(KNOWN))).isTrue();
    wrong(KNOWN, 1);
    assertThat(await(tries.free(KNOWN))).isFalse();
    assertThat(await(tries.free(HERE))).isTrue();
  }

  @Test
  void nothingReadableIsKeptAndNotForLong() {
    wrong(HERE, 1);
    assertThat(
            test.texts("select encode(name, 'escape') || encode(who, 'escape') from sign_in_tries"))
        .hasSize(2)
        .noneMatch(kept -> kept.contains("dimas") || kept.contains("192.0.2"));
    var purge = new Purge(test.database(), clock);
    assertThat(await(purge.signIns())).isZero();
    clock.advance(Duration.ofMinutes(61));
    assertThat(await(purge.signIns())).isEqualTo(2);
  }

  private void wrong(Who who, int times) {
    for (int i = 0; i < times; i++) {
      await(tries.wrongPassword(who));
    }
  }

  private static Who address(int number) {
    return new Who("dimas", false, "192.0.2." + number);
  }
}
