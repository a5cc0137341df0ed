package id.kentongan.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.Wiring;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A machine whose clock is wrong by hours dates nothing by it: a tap, to which Telegram gives no
/// time, is not later than the words that follow it, to which Telegram does.
@Timeout(180)
class WrongClockTest {
  @TempDir Path folder = Path.of("");
  private final TelegramStub telegram = new TelegramStub();

  @AfterEach
  void close() {
    telegram.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT134M", "PT-134M"})
  void wordsAfterATapAreNotLate(Duration wrong) {
    var program = new Program(folder, telegram, "webhook");
    var machine = InstantSource.offset(InstantSource.system(), wrong);
    try (Wiring wiring = Wiring.serve(Program.HOME, program.settings(), machine)) {
      var slamet =
          new Villager(45, telegram, InstantSource.system(), Program.webhook(wiring.port()));
      slamet.says("mau daftar", "setuju");
      slamet.taps("consent.yes", "Siapa nama lengkapnya");
      slamet.says("Slamet Riyadi", "Berapa NIK");
      slamet.says("3510171708850003", "Pekerjaannya apa");
    }
    assertThat(telegram.saidIn(45)).hasSize(4);
  }
}
