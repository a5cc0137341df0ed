package id.kentongan.integrations.postgres.audit;

import static id.kentongan.integrations.postgres.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditTrailTest {
  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T02:00:00.123456Z");
  private final AuditTrail trail = new AuditTrail(test.database(), TestDatabase.KEY, clock);

  @BeforeEach
  void threeRows() {
    await(trail.note("dimas", "look", "talk/1"));
    await(trail.note("dimas", "look: ä|'\"", "talk/2"));
    await(trail.note("ayu", "move", "JKM-2026-000001"));
  }

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void hangsTogetherAndIsReadByWhomAndWhat() {
    assertThat(await(trail.seal())).isEqualTo(1);
    assertThat(await(trail.seal())).isZero();
    AuditTrail.Verdict verdict = await(trail.verify());
    assertThat(verdict.fault()).isNull();
    assertThat(verdict.rows()).isEqualTo(3);
    assertThat(verdict.seals()).isEqualTo(1);
    assertThat(await(trail.entries("dimas", "", Long.MAX_VALUE, 10)))
        .extracting(AuditTrail.Entry::matter)
        .containsExactly("talk/2", "talk/1");
    assertThat(await(trail.entries("", "talk/1", Long.MAX_VALUE, 10))).hasSize(1);
    long last = await(trail.entries("dimas", "", Long.MAX_VALUE, 1)).getFirst().place();
    assertThat(await(trail.entries("dimas", "", last, 10)))
        .extracting(AuditTrail.Entry::matter)
        .containsExactly("talk/1");
  }

  @ParameterizedTest
  @CsvSource({
    "update audit set act = 'x'",
    "delete from audit",
    "truncate audit",
    "update audit set hash = '' where place = 3"
  })
  void isOnlyAddedTo(String sql) {
    assertThatThrownBy(() -> change(sql)).hasStackTraceContaining("only added to");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update audit set act = 'x' where place = 2 | row 2 was changed",
        "delete from audit where place = 2 | a row before 3 is gone",
        "delete from audit where place = 3 | row 3 was sealed and is gone",
        "update audit_seals set hash = '' | not signed with our key",
      })
  void tellsWhatSomebodyWhoMayDoAnythingChanged(String sql, String fault) {
    await(trail.seal());
    change("alter table audit disable trigger user");
    change(sql);
    assertThat(await(trail.verify()).fault()).contains(fault);
  }

  @Test
  void aChainWrittenAnewIsNotTheOneThatWasSealed() {
    await(trail.seal());
    change("alter table audit disable trigger user");
    change("delete from audit");
    change("alter table audit enable trigger user");
    await(trail.note("ayu", "move", "JKM-2026-000001"));
    await(trail.note("ayu", "move", "JKM-2026-000001"));
    await(trail.note("ayu", "move", "JKM-2026-000001"));
    assertThat(await(trail.verify()).fault()).isEqualTo("row 3 is not the one that was sealed");
  }

  private void change(String sql) {
    await(test.database().transact(handle -> handle.execute(sql)));
  }

  @Test
  void theOldestPartGoesIntoAFileAndTheRestStillHangsTogether() {
    var archive = new AuditArchive(test.database(), TestDatabase.KEY);
    await(trail.seal());
    clock.advance(java.time.Duration.ofDays(400));
    await(trail.note("ayu", "look", "talk/3"));
    await(trail.seal());
    var day = java.time.Instant.parse("2027-01-01T00:00:00Z");
    AuditArchive.Cut cut = await(archive.before(day)).orElseThrow();
    var lines = new java.util.ArrayList<String>();
    assertThat(await(archive.write(cut, lines::add))).isEqualTo(3);
    assertThat(lines.getFirst()).contains("\"place\":1", "talk/1", "\"hash\"");
    assertThat(await(archive.remove(cut))).isEqualTo(3);
    await(trail.note("ayu", "look", "talk/4"));

    AuditTrail.Verdict verdict = await(trail.verify());
    assertThat(verdict.fault()).isNull();
    assertThat(verdict.rows()).isEqualTo(5);
    assertThat(await(archive.before(day))).as("all before that day is gone").isEmpty();
    change("update audit_seals set archived = '\\x00' where archived is not null");
    assertThat(await(trail.verify()).fault()).contains("was not signed with our key");
  }

  @Test
  void whoTakesRowsOutWithoutTheKeyIsFound() {
    await(trail.seal());
    change(
        "select set_config('kentongan.archive', 'on', true); delete from audit where place <= 2");
    assertThat(await(trail.verify()).fault()).isEqualTo("a row before 3 is gone");
    assertThat(await(new AuditArchive(test.database(), TestDatabase.KEY).before(clock.instant())))
        .as("what is not whole is not archived")
        .isEmpty();
  }
}
