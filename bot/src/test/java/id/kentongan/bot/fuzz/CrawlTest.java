package id.kentongan.bot.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrawlTest {
  @Test
  void findsEachFormAndWhereItsButtonsSendIt() {
    String page =
        """
        <form class="card" method="post" action="/console/klaim">
          <input id="nama" name="nama" value="joko"><button>Saring</button>
          <button class="small" formaction="/console/unduh/klaim.csv">CSV</button>
        </form>
        <form method="post" action="/console/keluar"><button>Keluar</button></form>
        """;
    assertThat(Crawl.forms(page))
        .extracting(Ask::target)
        .containsExactly("/console/klaim", "/console/unduh/klaim.csv", "/console/keluar");
    assertThat(Crawl.forms(page)).extracting(Ask::body).startsWith("nama=joko", "nama=joko");
  }
}
