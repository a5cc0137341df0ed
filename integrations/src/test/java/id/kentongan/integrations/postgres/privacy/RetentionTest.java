package id.kentongan.integrations.postgres.privacy;

import static id.kentongan.integrations.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.postgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RetentionTest {
  private final TestDatabase test = TestDatabase.start();
  private final Retention retention =
      new Retention(
          test.database(),
          new Retention.Days(100, 50, 20, 10),
          new SetClock("2026-11-20T02:00:00Z"));

  @AfterEach
  void disconnect() {
    test.close();
  }

  @BeforeEach
  void twoOfEachOneOfThemOld() {
    run(
        """
        insert into talks (blind, channel, sender, made) values
          ('\\x01', 'web', '\\x01', '2026-01-01'), ('\\x02', 'web', '\\x02', '2026-01-01')
        """);
    run(
        """
        insert into journal (effect, at, talk, state, confidence, texts)
        select decode(lpad(to_hex(n), 8, '0'), 'hex'), timestamptz '2026-08-01', 1, 's', 0, '\\x00'
        from generate_series(1, 5003) n
        """);
    run(
        """
        insert into journal (effect, at, talk, state, confidence, texts)
        values ('\\xff', '2026-11-01', 2, 's', 0, '\\x00')
        """);
    run("insert into web_talks values (1, 1), (2, 1)");
    run("insert into web_lines values (1, 1, 'a', '\\x00'), (2, 1, 'a', '\\x00')");
    run(
        """
        insert into officer_lines (talk, officer, kind, at, text) values
          (1, 'o', 'NOTE', '2026-08-01', '\\x00'), (2, 'o', 'NOTE', '2026-11-01', '\\x00')
        """);
    run(
        """
        insert into notices (talk, body, done) values
          (1, '\\x00', '2026-11-01'), (1, '\\x00', '2026-11-19'), (1, '\\x00', null)
        """);
    run(
        """
        insert into tickets (number, talk, topic, words, state, until, made, state_since) values
          ('A', 1, 't', '\\x00', 'DONE', '2026-09-01', '2026-09-01', '2026-09-01'),
          ('B', 1, 't', '\\x00', 'WAITING', '2026-09-01', '2026-09-01', '2026-09-01'),
          ('C', 1, 't', '\\x00', 'DONE', '2026-11-01', '2026-11-01', '2026-11-01')
        """);
    run(
        """
        insert into drafts (talk, code_blind, code, version, birth_date, body, kept) values
          (1, '\\x01', '\\x00', 1, '\\x00', '\\x00', '2026-10-01'),
          (2, '\\x02', '\\x00', 1, '\\x00', '\\x00', '2026-11-19')
        """);
  }

  @Test
  void eachGoesAfterItsOwnTime() {
    assertThat(await(retention.pages())).isZero();
    assertThat(await(retention.messages())).isEqualTo(5_003);
    assertThat(await(retention.pages())).isEqualTo(1);
    assertThat(await(retention.notes())).isEqualTo(1);
    assertThat(await(retention.notices())).isEqualTo(1);
    assertThat(await(retention.tickets())).isEqualTo(1);
    assertThat(await(retention.drafts())).isEqualTo(1);
    assertThat(test.texts("select number from tickets order by 1")).containsExactly("B", "C");
    assertThat(test.count("select count(*) from journal")).isEqualTo(1);
    assertThat(test.count("select count(*) from notices")).isEqualTo(2);
    assertThat(await(retention.messages())).isZero();
  }

  @Test
  void aPhotographThatNoClaimAndNoAccidentNeedsGoesWithWhatWasSaid() {
    String file = "('00000000-0000-0000-0000-00000000000%d', %d, '\\x0%d', 'image/jpeg', 1, '%s')";
    run(
        "insert into files (id, talk, name, type, size, begun) values "
            + String.join(
                ", ",
                file.formatted(1, 1, 1, "2026-08-01"),
                file.formatted(2, 1, 2, "2026-08-01"),
                file.formatted(3, 1, 3, "2026-11-01"),
                file.formatted(4, 2, 4, "2026-08-01")));
    run("insert into file_chunks select id, 0, '\\x00' from files");
    run(
        """
        insert into claims (number, talk, deceased, deceased_nik_blind, deceased_nik, died, cause,
          heir, relation, state, state_since, office, receipt, made)
        values ('K', 1, 'd', '\\x01', '\\x00', '2026-07-01', '\\x00', 'h', 'CHILD', 'PREPARED',
          '2026-08-01', 'o', '\\x00', '2026-08-01')
        """);
    run("insert into claim_papers select 'K', id, 'ktp', begun from files where name = '\\x02'");
    run(
        """
        insert into accidents (number, talk, victim, day, place, chronology, notifier, deadline,
          state, state_since, receipt, made)
        values ('J', 2, 'v', '2026-08-01', '\\x00', '\\x00', 'n', '2026-08-03', 'NOTED',
          '2026-08-01', '\\x00', '2026-08-01')
        """);
    assertThat(await(retention.files())).isEqualTo(1);
    assertThat(test.texts("select right(id::text, 1) from files order by 1"))
        .containsExactly("2", "3", "4");
    assertThat(test.count("select count(*) from file_chunks")).isEqualTo(3);
    assertThat(await(retention.files())).isZero();
  }

  private void run(String statement) {
    await(test.database().transact(handle -> handle.execute(statement)));
  }
}
