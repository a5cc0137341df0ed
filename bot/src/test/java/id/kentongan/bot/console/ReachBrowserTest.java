package id.kentongan.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import id.kentongan.integrations.postgres.accounts.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Whether those whom a decision is about hear of it, said before and after it is made.
@Timeout(240)
class ReachBrowserTest {
  @RegisterExtension static final Desks desks = new Desks();
  private final Office office = desks.office;

  @BeforeEach
  void everybodyIsBack() {
    sql("update talks set gone = null");
  }

  @Test
  void aVillagesListSaysWhetherItsAgentHearsOfTheDecision() {
    list("ADD-2026-000001", "min(id)");
    list("ADD-2026-000002", "max(id)");
    sql("update sponsorships set renews = number");
    sql(
        "update agents set talk = (select min(id) from talks) where id = (select max(id) from"
            + " agents)");
    Desktop rina = desks.of(Role.SUPERVISOR);
    rina.open("/console/add/ADD-2026-000001");
    assertThat(rina.page.locator("main .state")).containsText("Agennya belum bisa diberi tahu");
    refuse(rina);
    assertThat(rina.page.getByRole(AriaRole.STATUS)).containsText("agennya belum bisa diberi tahu");

    rina.open("/console/add/ADD-2026-000002");
    assertThat(rina.page.locator("main")).not().containsText("belum bisa diberi tahu");
    refuse(rina);
    assertThat(rina.page.getByRole(AriaRole.STATUS)).containsText("dan agennya diberi tahu");
    sql("update talks set gone = now() where id = (select min(id) from talks)");
    rina.page.reload();
    assertThat(rina.page.getByRole(AriaRole.STATUS)).containsText("agennya belum bisa diberi tahu");
  }

  @Test
  void aPaymentSaysWhetherItsOwnerHearsOfTheDecision() {
    sql(
        """
        insert into payments (id, number, digest, payer_blind, amount, paid_at, channel, state,
          state_since, reason, person)
        select 'p' || n, 'BYR-2026-90000' || n, '', '', 1000, now(), 'X', 'REVIEW', now(),
          'PARTIAL', n from generate_series(1, 2) as n
        """);
    sql("insert into profiles (talk, person, made) select min(id), 2, now() from talks");
    Desktop dimas = desks.of(Role.OFFICER);
    dimas.open("/console/pembayaran/BYR-2026-900001");
    assertThat(dimas.page.locator("main .state")).containsText("tidak punya percakapan di sini");
    dimas.open("/console/pembayaran/BYR-2026-900002");
    assertThat(dimas.page.locator("main .state")).hasCount(0);
    sql("update talks set gone = now() where id = (select min(id) from talks)");
    dimas.page.reload();
    assertThat(dimas.page.locator("main .state")).containsText("ia memblokir Kentongan");
  }

  private static void refuse(Desktop officer) {
    officer
        .page
        .locator("form[action$='/tolak'] textarea, form[action$='/tolak'] input[type=text]")
        .first()
        .fill("Datanya belum cocok.");
    officer.button("Belum disetujui").click();
  }

  private void list(String number, String agent) {
    sql(
        """
        insert into sponsorships (number, agent, village, programmes, months, people, total, state,
          state_since, made)
        select '%s', %s, '35.10.04.2005', 'JKK,JKM', 3, 2, 100800, 'WAITING', now(), now()
        from agents
        """
            .formatted(number, agent));
  }

  private void sql(String statement) {
    office.database.transact(handle -> handle.execute(statement)).await();
  }
}
