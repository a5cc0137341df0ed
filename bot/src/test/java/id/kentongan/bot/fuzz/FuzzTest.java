package id.kentongan.bot.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.Launched;
import id.kentongan.bot.chaos.Chaos.Program;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The short form of `./kentongan fuzz`.
class FuzzTest {
  @Test
  void noDoorGivesWay() {
    var command = Launched.command("256m", "run");
    var order =
        new Fuzz.Order(
            new Program(command, Path.of("..")),
            Long.getLong("inputs", 50_000L),
            Long.getLong("seed", 1L));
    FuzzReport report = Fuzz.run(order, Clock.systemUTC());
    List<String> table = report.lines(LocalDate.EPOCH);

    assertThat(report.sound()).as(String.join("\n", table)).isTrue();
    assertThat(table.getLast()).isEqualTo("no door gave way");
  }
}
