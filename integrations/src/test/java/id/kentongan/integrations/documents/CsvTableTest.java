package id.kentongan.integrations.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.integrations.TableFile;
import id.kentongan.integrations.TableFile.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "code,name\n35,Jawa Timur\n\n35.10,\"Banyu, wangi\"\n",
        "code;name\r\n35;Jawa Timur\r\n\r\n35.10;Banyu, wangi\r\n",
        "\uFEFFcode\tname\n35\t Jawa Timur \n\n35.10\tBanyu, wangi"
      })
  void readsWhatSpreadsheetsWrite(String text) throws IOException {
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
      if (charset.equals(StandardCharsets.UTF_8) || text.startsWith("\uFEFF")) {
        try (var table = open(text.getBytes(charset))) {
          assertThat(table.headings()).containsExactly("code", "name");
          assertThat(rows(table))
              .containsExactly(
                  new Row(2, List.of("35", "Jawa Timur")),
                  new Row(4, List.of("35.10", "Banyu, wangi")));
        }
      }
    }
  }

  @Test
  void refusesWhatIsNoCsvAndSaysWhatToDo() {
    refused(new byte[0], "empty");
    refused(new byte[] {'P', 'K', 3, 4, 20, 0}, "save the sheet as \"CSV UTF-8\"");
    refused(new byte[] {'M', 'Z', (byte) 0x90, 0, 3}, "not text");
  }

  @Test
  void refusesAnotherEncodingFromTheLineOnWhereItShows() throws IOException {
    String many = "code,name\n" + "35,Jawa\n".repeat(20_000);
    byte[] bytes = (many + "36,Caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1);
    try (var table = open(bytes)) {
      assertThatThrownBy(() -> rows(table))
          .isInstanceOf(TableFile.Broken.class)
          .hasMessageContaining("not in UTF-8")
          .hasMessageContaining("after line 1");
    }
  }

  private static void refused(byte[] bytes, String why) {
    assertThatThrownBy(() -> open(bytes))
        .isInstanceOf(TableFile.Broken.class)
        .hasMessageContaining(why);
  }

  private static CsvTable open(byte[] bytes) throws IOException {
    return CsvTable.open(new ByteArrayInputStream(bytes));
  }

  private static List<Row> rows(CsvTable table) {
    var rows = new ArrayList<Row>();
    table.each(rows::add);
    return rows;
  }
}
