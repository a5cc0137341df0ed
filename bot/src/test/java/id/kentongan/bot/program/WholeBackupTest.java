package id.kentongan.bot.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.kentongan.bot.Refused;
import id.kentongan.bot.Wiring;
import id.kentongan.bot.backup.Backups;
import id.kentongan.integrations.stores.Stores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backup taken beside a running gateway is put back into empty stores, and people go on.
final class WholeBackupTest {
  private static final String NUMBER = "DFT-2026-[0-9]{6}";

  @TempDir Path folder = Path.of("");
  private final TelegramStub telegram = new TelegramStub();

  @AfterEach
  void close() {
    telegram.close();
  }

  @Test
  void aConversationGoesOnFromABackup() throws Exception {
    Path file = folder.resolve("today.backup");
    var program = new Program(folder, telegram, "webhook");
    Villager slamet;
    Villager wati;
    try (Wiring wiring = program.start()) {
      slamet = new Villager(51, telegram, program.clock, Program.webhook(wiring.port()));
      wati = new Villager(52, telegram, program.clock, Program.webhook(wiring.port()));
      enrolUpToTheSummary(slamet, "Slamet Riyadi", "3510171708850003");
      enrolUpToTheSummary(wati, "Wati Lestari", "3510174108850001");
      wati.says("iya", NUMBER);
      quiet(program);
      var made = new Backups(program.settings(), program.clock).write(file);
      assertThat(made.redis().conversations()).isEqualTo(2);
      assertThat(made.rows()).isPositive();
      // Lost with the stores, but what it did must not stand in the way of what comes after.
      slamet.says("iya", NUMBER);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    holdsNothingInClear(file, "3510171708850003", "3510174108850001", "telegram:51", "mau daftar");

    program.with("REDIS_URI", Stores.newRedis()).with("DATABASE_URL", Stores.newDatabase());
    var back = new Backups(program.settings(), program.clock).restore(file);
    assertThat(back.redis().conversations()).isEqualTo(2);
    try (Wiring wiring = program.start()) {
      slamet.by(Program.webhook(wiring.port()));
      wati.by(Program.webhook(wiring.port()));
      slamet.says("iya", NUMBER);
      wati.says("sudah aktif belum", "(?s)Wati Lestari.*" + NUMBER);
      slamet.says("sudah aktif belum", "(?s)Slamet Riyadi.*" + NUMBER);
    }

    assertThatThrownBy(() -> new Backups(program.settings(), program.clock).restore(file))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("empty");
  }

  private static void enrolUpToTheSummary(Villager who, String name, String nik) {
    who.says("mau daftar", "setuju");
    who.taps("consent.yes", "Siapa nama lengkapnya");
    who.says(name + ", nik " + nik + ", petani", "masih aktif bekerja");
    who.says("iya masih", "penghasilan");
    who.says("sejuta", "Tinggal di desa apa");
    who.says("tegaldlimo", "perlindungan yang mana");
    who.taps("programmes.2", "berapa bulan");
    who.says("3 bulan", "Sudah benar");
  }

  /// why: the journal is written a moment after the answer.
  private void quiet(Program program) {
    await()
        .until(
            () -> {
              Path file = Files.createTempDirectory(folder, "probe").resolve("b");
              return new Backups(program.settings(), program.clock).write(file).redis().waiting()
                  == 0;
            });
  }

  private static void holdsNothingInClear(Path file, String... secrets) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      var entries = zip.entries();
      while (entries.hasMoreElements()) {
        var in = zip.getInputStream(entries.nextElement());
        String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain(secrets);
      }
    }
  }
}
