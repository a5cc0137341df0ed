package id.kentongan.bot.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.Launched;
import id.kentongan.bot.chaos.Chaos.Order;
import id.kentongan.bot.chaos.Chaos.Program;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The short form of `./kentongan chaos`.
class ChaosTest {
  @Test
  void noPromiseIsBroken() {
    var command = Launched.command("256m", "run");
    Report report =
        Chaos.run(
            Order.brief(new Program(command, Path.of("..")), Long.getLong("seed", 1L)),
            Clock.systemUTC(),
            progress -> {});
    List<String> table = ChaosTable.lines(report, LocalDate.EPOCH);

    assertThat(report.sound()).as(String.join("\n", table)).isTrue();
    assertThat(table.getLast()).isEqualTo("no promise was broken");
  }
}
