package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.postgres.accounts.Role;
import id.kentongan.integrations.postgres.audit.AuditTrail;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditPageTest {
  private static final int ROWS = 450;
  private static final Pattern ROW = Pattern.compile("LIHAT-[0-9]+");
  private static final Pattern NEXT = Pattern.compile("(?:[?]|&amp;)sebelum=([0-9]+)");

  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void pageByPageEachRowIsSeenOnceDownToTheFirst() {
    var audit = new AuditTrail(office.database, Office.KEY, office.clock);
    var noted = new ArrayList<String>();
    for (int i = ROWS; i > 0; i--) {
      noted.addFirst("LIHAT-" + i);
      audit.note("dimas", "look", "LIHAT-" + i).await();
    }
    var seen = new ArrayList<String>();
    String page = "/console/audit";
    for (int pages = 0; !page.isEmpty() && pages < ROWS; pages++) {
      String body = office.get(page, office.in(Role.AUDITOR)).body();
      List<String> rows =
          ROW.matcher(body).results().map(found -> found.group()).distinct().toList();
      assertThat(rows).as("a page is no list of all").hasSizeLessThan(ROWS);
      seen.addAll(rows);
      page =
          NEXT.matcher(body)
              .results()
              .map(found -> "/console/audit?sebelum=" + found.group(1))
              .findFirst()
              .orElse("");
    }
    assertThat(seen).isEqualTo(noted);
  }
}
