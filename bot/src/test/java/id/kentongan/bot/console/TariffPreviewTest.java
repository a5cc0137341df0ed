package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.dialogs.values.Sector;
import id.kentongan.integrations.content.YamlContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TariffPreviewTest {
  private static final Path CONFIG = Path.of("../config");
  private static final String FILE = "tariffs/2026.yaml";

  @Test
  void aHigherFlatContributionShowsInEachMonthAndAnUnchangedOneNowhere() throws IOException {
    String text = Files.readString(CONFIG.resolve(FILE));
    Tariffs now = tariffs(text);
    var from = YearMonth.of(2027, 1);
    assertThat(TariffPreview.of(now, now, from)).isEmpty();
    var rows = TariffPreview.of(now, tariffs(text.replace("jkm: 6800", "jkm: 7800")), from);
    assertThat(rows).hasSize(2 * 3 * 2 * 14);
    assertThat(rows)
        .filteredOn(row -> row.sector() == Sector.OTHER && row.income() == 1_000_000)
        .contains(new TariffPreview.Row(from, Sector.OTHER, 1_000_000, 2, 16_800, 17_800));
  }

  private static Tariffs tariffs(String text) {
    return YamlContent.load(CONFIG, Map.of(FILE, text)).content().tariffs();
  }
}
