package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.JournalEntry;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.postgres.accounts.Role;
import id.kentongan.integrations.postgres.journal.PostgresJournal;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Names and messages that would be scripts, on every page of the console: they are shown as they
/// were written, and nothing of them runs.
@Timeout(240)
class HostileNamesBrowserTest {
  private static final String EVIL =
      "<script>window.pwned=1</script><img src=x onerror=\"window.pwned=1\">"
          + "\"'><svg onload=window.pwned=1>{{7*7}}${7*7}";
  private static final ConversationId SOMEBODY = new ConversationId("telegram", "4711");
  private static final int MOST = 45;

  @RegisterExtension static final Desks desks = new Desks();
  private static final Office office = desks.office;

  @BeforeAll
  static void open() {
    var turn =
        new JournalEntry(
            "e1", office.clock.instant(), EVIL, EVIL + "\n[" + EVIL + "]", EVIL, EVIL, 0.9);
    var line = new Journal.Line(SOMEBODY, EffectId.of(SOMEBODY, 1, 0), turn);
    new PostgresJournal(office.database, Office.KEY).write(List.of(line)).await();
    office.database.transact(HostileNamesBrowserTest::rename).await();
  }

  @Test
  void nothingOfThemRunsOnAnyPage() {
    Set<String> seen = new LinkedHashSet<>();
    boolean shown = false;
    for (Role role : Role.values()) {
      Desktop desktop = desks.of(role);
      var waiting = new ArrayDeque<>(List.of("/console"));
      Set<String> known = new LinkedHashSet<>(waiting);
      while (!waiting.isEmpty() && known.size() < MOST) {
        String path = waiting.removeFirst();
        desktop.open(path);
        seen.add(path);
        assertThat(desktop.page.evaluate("window.pwned === undefined")).as(path).isEqualTo(true);
        assertThat(desktop.page.locator("script:not([src]), [onerror], [onload]").count())
            .as(path)
            .isZero();
        shown |= desktop.page.content().contains("&lt;script&gt;window.pwned");
        for (Object link :
            (List<?>)
                desktop.page.evaluate(
                    "[...document.querySelectorAll('a[href^=\"/console\"]')]"
                        + ".filter(a => !a.download).map(a => a.getAttribute('href'))")) {
          String to = link.toString().replaceAll("#.*", "");
          if (!to.contains("keluar") && !to.contains("/unduh") && known.add(to)) {
            waiting.addLast(to);
          }
        }
      }
    }
    assertThat(shown).isTrue();
    assertThat(seen).hasSizeGreaterThan(12).anyMatch(path -> path.contains("/percakapan/"));
  }

  @Test
  void aScriptThatGotIntoAPageWouldNotRun() {
    Desktop desktop = desks.of(Role.SUPERVISOR);
    desktop.open("/console");
    desktop.page.evaluate(
        "document.body.insertAdjacentHTML('beforeend',"
            + " '<img src=\"/x\" onerror=\"window.pwned=1\">');"
            + "const s = document.createElement('script'); s.textContent = 'window.pwned=1';"
            + " document.body.append(s)");
    desktop.page.waitForCondition(() -> desktop.complaints.size() >= 2);
    assertThat(desktop.page.evaluate("window.pwned === undefined")).isEqualTo(true);
    assertThat(desktop.complaints).allMatch(told -> told.contains("Content Security Policy"));
    desktop.complaints.clear();
  }

  /// Everything that people call themselves and that is readable to SQL.
  private static int rename(Handle handle) {
    List<String> columns =
        handle
            .createQuery(
                """
                select quote_ident(table_name) || '.' || quote_ident(column_name)
                from information_schema.columns where table_schema = 'public'
                  and data_type = 'text' and (table_name, column_name) in (('persons', 'name'), ('claims', 'deceased'),
                    ('claims', 'heir'), ('agents', 'name'), ('organisations', 'name'),
                    ('officers', 'shown'), ('tickets', 'topic'), ('claims', 'office'))
                """)
            .mapTo(String.class)
            .list();
    assertThat(columns).hasSizeGreaterThan(3);
    for (String column : columns) {
      String[] parts = column.split("\\.");
      handle.execute("update %s set %s = ?".formatted(parts[0], parts[1]), EVIL);
    }
    return handle.execute(
        """
        insert into tickets (number, talk, topic, words, state, until, made, state_since)
        select 'TKT-2026-000777', max(id), ?, '', 'WAITING', now(), now(), now() from talks
        """,
        EVIL);
  }
}
