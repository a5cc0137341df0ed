package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.postgres.accounts.Role;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportsPageTest {
  private static final Pattern FIGURE =
      Pattern.compile("Menit menunggu petugas \\(tengah\\)</strong> <span class=\"soft\">([^<]*)<");

  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void nobodyWaitedIsAnotherThingThanNothingCounted() {
    assertThat(waited()).isEqualTo("belum ada");
    office
        .database
        .transact(
            handle ->
                handle.execute("insert into report_days values ('2026-11-19', 9, 37, 25, 2, 0)"))
        .await();
    assertThat(waited()).isEqualTo("paling banyak 0");
  }

  private String waited() {
    String page = office.get("/console/laporan", office.in(Role.SUPERVISOR)).body();
    var figure = FIGURE.matcher(page);
    assertThat(figure.find()).isTrue();
    return figure.group(1);
  }
}
