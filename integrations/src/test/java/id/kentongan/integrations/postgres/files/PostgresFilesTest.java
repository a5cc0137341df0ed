package id.kentongan.integrations.postgres.files;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.Files;
import id.kentongan.integrations.contract.FilesContract;
import id.kentongan.integrations.contract.Pieces;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.TestDatabase;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresFilesTest extends FilesContract {
  private final TestDatabase test = TestDatabase.start();
  private final SetClock clock = new SetClock("2026-11-20T08:00:00Z");
  private final PostgresFiles files = new PostgresFiles(test.database(), TestDatabase.KEY, clock);

  @Override
  protected Files files() {
    return files;
  }

  @AfterEach
  void disconnect() {
    test.close();
  }

  @Test
  void keepsNothingReadable() throws Exception {
    keep("telegram:1/1/0", new Pieces(photo(100_000), 50_000));
    String some = HexFormat.of().formatHex(photo(100_000).getBytes(3, 11));

    assertThat(test.count("select count(*) from file_chunks")).isEqualTo(2);
    assertThat(
            test.count(
                "select count(*) from file_chunks where position('\\x" + some + "' in bytes) > 0"))
        .isZero();
  }

  @Test
  void sweepsWhatACrashLeftHalf() {
    TestDatabase.await(
        test.database()
            .transact(
                handle -> {
                  handle.execute(
                      "insert into talks (blind, channel, sender) values ('\\x01', 'x', '\\x02')");
                  return handle.execute(
                      """
                      insert into files (id, talk, begun)
                      select gen_random_uuid(), id, ? from talks
                      """,
                      clock.instant());
                }));

    assertThat(TestDatabase.await(files.sweep())).isZero();
    clock.advance(Duration.ofHours(25));
    assertThat(TestDatabase.await(files.sweep())).isEqualTo(1);
    assertThat(test.count("select count(*) from files")).isZero();
  }
}
