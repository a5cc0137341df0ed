package id.kentongan.bot.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.Main;
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
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(
            java,
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dkentongan.home=..",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "run");
    Report report =
        Chaos.run(
            Order.brief(new Program(command, Path.of("..")), Long.getLong("seed", 1L)),
            Clock.systemUTC());
    List<String> table = ChaosTable.lines(report, LocalDate.EPOCH);

    assertThat(report.sound()).as(String.join("\n", table)).isTrue();
    assertThat(table.getLast()).isEqualTo("no promise was broken");
  }
}
