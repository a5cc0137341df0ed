package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.Places;
import id.kentongan.dialogs.content.TestContent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedVillagesTest {
  private static final Places PLACES = TestContent.load().places();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kedungasri, tegaldlimo        | 35.10.04.2003
          35.10.04.2003                 | 35.10.04.2003
          35.10.04.2003, 35.10.04.2005  | 35.10.04.2003 35.10.04.2005
          35.10.04.2003 35.10.04.2005   | 35.10.04.2003 35.10.04.2005
          kedungasri; tegaldlimo        | 35.10.04.2003 35.10.04.2005
          kedungasri;;35.10.04.2003     | 35.10.04.2003
          """)
  void areToldByNameOrCode(String typed, String codes) {
    var read = AskedVillages.read(PLACES, typed.replace(";", "\n"));
    assertThat(String.join(" ", read.codes())).isEqualTo(codes);
    assertThat(read.unclear()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"zzzzqq", "99.99.99.9999", "'35.10.04.2003 99.99.99.9999'"})
  void oneThatIsNotKnownIsNamed(String typed) {
    var read = AskedVillages.read(PLACES, "kedungasri\n" + typed);
    assertThat(read.codes()).isEmpty();
    assertThat(typed).endsWith(read.unclear()).isNotEmpty();
  }

  @Test
  void nothingTypedIsNoVillage() {
    assertThat(AskedVillages.read(PLACES, " \n ;"))
        .isEqualTo(new AskedVillages(List.of(), "", List.of()));
  }
}
