package id.kentongan.bot.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.JournalEntry;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.crypto.DataKey;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.journal.PostgresJournal;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Fills a database with invented conversations, enrolments, claims, accidents and tickets.
final class ConsoleBenchmarkRows {
  private static final ConversationId READ = new ConversationId("telegram", "4711");

  private final Database database;
  private final MasterKey master;
  private final InstantSource clock;

  ConsoleBenchmarkRows(Database database, MasterKey master, InstantSource clock) {
    this.database = database;
    this.master = master;
    this.clock = clock;
  }

  /// So many persons, each with a conversation of ten turns and an enrolment; a hundredth of them
  /// wait for an officer, a tenth have a claim, a tenth an accident. Gives the conversation
  /// that can be read.
  long fill(int many) {
    database.transact(handle -> rows(handle, many)).await();
    database.transact(handle -> handle.execute("analyze")).await();
    var lines = new ArrayList<Journal.Line>();
    for (int i = 0; i < 100; i++) {
      var entry =
          new JournalEntry(
              "e" + i,
              clock.instant().minusSeconds(100 - i),
              "berapa iuran petani kalau tiga bulan",
              "Untuk petani iurannya Rp 50.400 untuk tiga bulan.\n[Daftar] [Cara bayar]",
              "menu.choosing",
              "ask.contribution",
              0.9);
      lines.add(new Journal.Line(READ, EffectId.of(READ, i, 0), entry));
    }
    new PostgresJournal(database, master).write(lines).await();
    return database
        .transact(handle -> handle.createQuery("select max(id) from talks").mapTo(Long.class).one())
        .await();
  }

  private int rows(Handle handle, int many) {
    var random = new SecureRandom();
    byte[] wrapped = DataKey.random(random).wrapped(master);
    List<String> inserts =
        List.of(
            """
            insert into persons (name, village, nik_blind, nik, birth_date)
            select 'Warga ' || i, '35.10.04.20' || lpad((i % 20)::text, 2, '0'),
              sha256(i::text::bytea), '', '' from generate_series(1, :many) i
            """,
            """
            insert into talks (blind, channel, sender, person)
            select sha256(('t' || i)::bytea), 'telegram', '', i from generate_series(1, :many) i
            """,
            """
            insert into person_keys (owner, wrapped)
            select kind || '/' || i, :key
            from generate_series(1, :many) i, unnest(array['talk', 'person']) kind
            """,
            """
            insert into journal (effect, at, talk, state, intent, confidence, texts)
            select sha256((i || '/' || j)::bytea), now() - make_interval(mins => i + j), i,
              'menu.choosing', 'ask.contribution', 0.9, sha256(i::text::bytea)
            from generate_series(1, :many) i, generate_series(1, 10) j
            """,
            """
            insert into enrolments (number, talk, person, state, state_since, programmes,
              first_month, months, total, income, receipt, made)
            select 'DFT-2026-' || lpad(i::text, 6, '0'), i, i,
              (array['WAITING', 'CHECKING', 'ACTIVE'])[1 + i % 3], now(), 'JKK,JKM',
              date '2026-11-01', 1, 16800, '', '', now() - make_interval(mins => i)
            from generate_series(2, :many) i
            """,
            """
            insert into claims (number, talk, deceased, deceased_nik_blind, deceased_nik, died,
              cause, heir, relation, state, state_since, office, receipt, made)
            select 'JKM-2026-' || lpad(i::text, 6, '0'), i, 'Almarhum ' || i, '', '',
              date '2026-11-01', '', 'Ahli ' || i, 'WIFE', 'PREPARED', now(), 'Kantor', '', now()
            from generate_series(1, :many / 10) i
            """,
            """
            insert into accidents (number, talk, victim, day, place, chronology, notifier,
              deadline, state, state_since, receipt, made)
            select 'JKK-2026-' || lpad(i::text, 6, '0'), i, 'Korban ' || i, current_date, '', '',
              'Keluarga ' || i, now() + make_interval(mins => i), 'accident.reported', now(), '',
              now()
            from generate_series(1, :many / 10) i
            """,
            """
            insert into tickets (number, talk, topic, words, state, until, made, state_since)
            select 'TKT-2026-' || lpad(i::text, 6, '0'), i, 'human/enroll', '', 'WAITING', now(),
              now(), now() from generate_series(1, :many / 100) i
            """);
    inserts.forEach(
        sql -> handle.createUpdate(sql).bind("many", many).bind("key", wrapped).execute());
    return readable(handle);
  }

  /// One enrolment whose form opens.
  private int readable(Handle handle) {
    var key = DataKey.random(new SecureRandom());
    handle.execute(
        "update person_keys set wrapped = ? where owner = 'person/1'", key.wrapped(master));
    handle.execute(
        "update persons set nik = ?, birth_date = ? where id = 1",
        key.seal(new Nik("3510171708850003").digits().getBytes(UTF_8), "person/1/nik"),
        key.seal("1985-08-17".getBytes(UTF_8), "person/1/birth_date"));
    return handle.execute(
        """
        insert into enrolments (number, talk, person, state, state_since, programmes,
          first_month, months, total, income, receipt, made)
        values ('DFT-2026-000001', 1, 1, 'CHECKING', now(), 'JKK,JKM', '2026-11-01', 1, 16800, ?,
          '', now())
        """,
        key.seal("1000000".getBytes(UTF_8), "person/1/income"));
  }
}
