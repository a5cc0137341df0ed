package id.kentongan.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.Wiring;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A machine whose clock is wrong by hours dates nothing by it, and Redis's clock need not be
/// Telegram's: a tap, to which Telegram gives no time, is not later than the words that follow it,
/// to which Telegram does.
@Timeout(180)
class WrongClockTest {
  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({"PT134M, PT-20S", "PT-134M, PT20S"})
  void wordsAfterATapAreNotLate(Duration machine, Duration telegrams) {
    var theirs = InstantSource.offset(InstantSource.system(), telegrams);
    try (var telegram = new TelegramStub(theirs)) {
      var program = new Program(folder, telegram, "webhook");
      var ours = InstantSource.offset(InstantSource.system(), machine);
      try (Wiring wiring = Wiring.serve(Program.HOME, program.settings(), ours)) {
        var slamet = new Villager(45, telegram, theirs, Program.webhook(wiring.port()));
        slamet.says("mau daftar", "setuju");
        slamet.taps("consent.yes", "Siapa nama lengkapnya");
        slamet.says("Slamet Riyadi", "Berapa NIK");
        slamet.says("3510171708850003", "Pekerjaannya apa");
      }
      assertThat(telegram.saidIn(45)).hasSize(4);
    }
  }
}
