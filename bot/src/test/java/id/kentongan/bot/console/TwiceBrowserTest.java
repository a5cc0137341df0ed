package id.kentongan.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import id.kentongan.integrations.postgres.accounts.Role;
import id.kentongan.integrations.postgres.officers.Takeovers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A form that is tapped twice, while its answer is still on the way, is sent once.
@Timeout(240)
class TwiceBrowserTest {
  /// why at last a request: while the answer is awaited the page tells nothing else.
  private static final String TWICE =
      """
      field => {
        setTimeout(() => field.form.requestSubmit());
        setTimeout(() => field.form.requestSubmit(), 100);
        setTimeout(() => fetch('/tried'), 300);
      }
      """;

  @RegisterExtension static final Desks desks = new Desks();
  private final Office office = desks.office;

  @Test
  void aReplyGoesOutOnceOnASlowLine() {
    new Takeovers(office.database, Office.KEY, office.clock, office.content.rules().zone())
        .takeOver("officer", 1)
        .await();
    Desktop dimas = desks.of(Role.OFFICER);
    dimas.open("/console/percakapan/1");
    List<Route> sent = new ArrayList<>();
    List<Route> tried = new ArrayList<>();
    dimas.page.route("**/balas", sent::add);
    dimas.page.route("**/tried", tried::add);
    Locator words = dimas.page.getByLabel("Balas sebagai");
    words.fill("Sudah kami terima.");
    words.evaluate(TWICE);
    dimas.page.waitForCondition(() -> !tried.isEmpty());
    assertThat(sent).hasSize(1);
    sent.getFirst().resume();
    assertThat(dimas.page.locator(".bubble.staff").last()).containsText("Sudah kami terima.");
  }

  @Test
  void backAtTheFormItIsSentAgain() {
    Desktop rina = desks.of(Role.SUPERVISOR);
    rina.open("/console/isi");
    rina.page.locator("#cari").fill("penipuan");
    rina.button("Cari").click();
    assertThat(rina.page.locator("main")).containsText("Penipuan");
    rina.page.goBack();
    rina.page.locator("#cari").fill("santunan");
    rina.button("Cari").click();
    assertThat(rina.page.locator("#cari")).hasValue("santunan");
  }
}
