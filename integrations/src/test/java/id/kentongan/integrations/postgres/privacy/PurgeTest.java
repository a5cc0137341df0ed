package id.kentongan.integrations.postgres.privacy;

import static id.kentongan.integrations.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PurgeTest {
  private final TestDatabase test = TestDatabase.start();
  private final Purge purge = new Purge(test.database(), new SetClock("2026-11-20T02:00:00Z"));

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void onlyWhatIsOldGoes() {
    run("insert into talks (blind, channel, sender) values ('\\x01', 'test', '\\x01')");
    run(
        """
        insert into acts (effect, talk, done)
        select decode(lpad(to_hex(n), 8, '0'), 'hex'), 1,
            case when n > 10003 then timestamptz '2026-06-01' else timestamptz '2026-05-01' end
        from generate_series(1, 10007) n
        """);
    run(
        """
        insert into identity_attempts (kind, counted, at)
        values ('k', 'a', '2026-11-19T01:00:00Z'), ('k', 'a', '2026-11-20T01:30:00Z')
        """);
    assertThat(await(purge.acts())).isEqualTo(10_003);
    assertThat(await(purge.tries())).isEqualTo(1);
    assertThat(await(purge.acts())).isZero();
    assertThat(await(purge.tries())).isZero();
  }

  private void run(String statement) {
    await(test.database().transact(handle -> handle.execute(statement)));
  }
}
