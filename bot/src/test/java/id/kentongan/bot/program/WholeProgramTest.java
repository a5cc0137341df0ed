package id.kentongan.bot.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.kentongan.bot.Wiring;
import id.kentongan.bot.console.Photographs;
import id.kentongan.integrations.Unreachable;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WholeProgramTest {
  private static final String NUMBER = "DFT-2026-[0-9]{6}";
  private static final String RECEIPT = "[0-9A-Z]{4}-[0-9A-Z]{4}";

  @TempDir Path folder = Path.of("");
  private final TelegramStub telegram = new TelegramStub();

  @AfterEach
  void close() {
    telegram.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"webhook", "polling"})
  void aFarmerEnrolsAcrossARestartAndIsToldTheStatus(String mode) {
    var program = new Program(folder, telegram, mode);
    Wiring wiring = program.start();
    var slamet = new Villager(41, telegram, program.clock, road(mode, wiring.port()));
    slamet.says("halo", "ini Kentongan");
    slamet.says("mau daftar", "setuju");
    slamet.taps("consent.yes", "Siapa nama lengkapnya");
    slamet.says("Slamet Riyadi", "Berapa NIK");
    slamet.says("3510171708850003", "Pekerjaannya apa");
    slamet.says("petani", "masih aktif bekerja");
    wiring.close();

    wiring = program.start();
    slamet.by(road(mode, wiring.port()));
    slamet.says("iya masih", "penghasilan");
    slamet.says("sejuta", "Tinggal di desa apa");
    slamet.says("tegaldlimo", "perlindungan yang mana");
    slamet.taps("programmes.2", "berapa bulan");
    slamet.says("3 bulan", "(?s)Slamet Riyadi.*Tegaldlimo.*Sudah benar");
    slamet.says("iya", "(?s)" + NUMBER + ".*" + RECEIPT);
    slamet.says("sudah aktif belum", "(?s)Slamet Riyadi.*" + NUMBER);
    wiring.close();
  }

  @Test
  void aFarmerHasEverythingErasedAndAnyoneCanCheckIt() throws Exception {
    var program = new Program(folder, telegram, "webhook");
    try (Wiring wiring = program.start()) {
      var slamet = new Villager(44, telegram, program.clock, Program.webhook(wiring.port()));
      slamet.says("mau daftar", "setuju");
      slamet.taps("consent.yes", "Siapa nama lengkapnya");
      slamet.says("Wagiman Hartono, nik 3510171708850003, petani", "masih aktif bekerja");
      slamet.says("iya masih", "penghasilan");
      slamet.says("sejuta", "Tinggal di desa apa");
      slamet.says("tegaldlimo", "perlindungan yang mana");
      slamet.taps("programmes.2", "berapa bulan");
      slamet.says("3 bulan", "Sudah benar");
      slamet.says("iya", NUMBER);
      slamet.says("data saya", "(?s)Wagiman Hartono, NIK 3510••••••••0003.*Pendaftaran: 1");
      slamet.says("hapus data saya", "ketik HAPUS");
      String proof = slamet.says("HAPUS", "Kode bukti: " + RECEIPT);
      String code = proof.replaceAll("(?s).*Kode bukti: (" + RECEIPT + ").*", "$1");
      slamet.says("data saya", "(?s)belum tersambung");
      slamet.says("hapus data saya", "sudah dihapus.*" + code);

      var page = URI.create("http://127.0.0.1:" + wiring.port() + "/verify/" + code);
      String shown =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
              .body();
      assertThat(shown).contains("penghapusan data", "tidak ada").doesNotContain("Wagiman");
    }
  }

  @Test
  void aWidowsPhotographIsFetchedAndGoesWithHerClaim() {
    var program = new Program(folder, telegram, "webhook");
    try (Wiring wiring = program.start()) {
      var wati = new Villager(42, telegram, program.clock, Program.webhook(wiring.port()));
      wati.says("suami saya meninggal kemarin", "berduka cita");
      wati.says("Budi Santoso", "karena apa");
      wati.says("sakit jantung di rumah", "NIK yang meninggal");
      wati.says("3510171708600001", "kartu BPJS Ketenagakerjaan yang lain");
      wati.says("tidak ada", "Nama lengkap Bapak/Ibu");
      wati.says("Siti Aminah", "Fotokan di sini");
      telegram.has("ktp", Buffer.buffer(Photographs.jpeg(900, 600)));
      wati.photographs("ktp", "ktp suami");
      wati.hears("1 berkas sudah kami simpan");
      wati.writes("kirim");
      wati.hearsSometime("(?s)JKM-2026-[0-9]{6}.*" + RECEIPT);
      wati.hearsSometime("bisa datang ke kantor cabang");
    }
  }

  @Test
  void oneOfTwoNodesIsKilledAndTheFarmerGoesOn() {
    var program = new Program(folder, telegram, "webhook");
    Path killed = folder.resolve("one");
    try (Node one = program.spawn(killed);
        Node two = program.spawn(folder.resolve("two"))) {
      var turns = new AtomicInteger();
      var slamet =
          new Villager(
              43,
              telegram,
              InstantSource.system(),
              update ->
                  Program.webhook(turns.getAndIncrement() % 2 == 0 ? one.port() : two.port())
                      .accept(update));
      slamet.says("halo", "ini Kentongan");
      slamet.says("mau daftar", "setuju");
      slamet.taps("consent.yes", "Siapa nama lengkapnya");
      slamet.says("Slamet Riyadi", "Berapa NIK");
      one.kill();
      assertThat(killed).isDirectoryNotContaining("glob:**vertx-cache*");
      slamet.forgives();
      slamet.by(Program.webhook(two.port()));
      slamet.says("3510171708850003", "Pekerjaannya apa");
      slamet.says("petani", "masih aktif bekerja");
      slamet.says("iya masih", "penghasilan");
      slamet.says("sejuta", "Tinggal di desa apa");
      slamet.says("tegaldlimo", "perlindungan yang mana");
      slamet.taps("programmes.2", "berapa bulan");
      slamet.says("3 bulan", "(?s)Slamet Riyadi.*Tegaldlimo.*Sudah benar");
      slamet.says("iya", "(?s)DFT-[0-9]{4}-000001.*" + RECEIPT);
    }
  }

  @Test
  @Timeout(180)
  void aDatabaseThatIsNotThereIsNamedAndNothingStaysBehind() {
    var program = new Program(folder, telegram, "webhook");
    assertThatThrownBy(() -> program.with("DATABASE_URL", "postgresql://u:p@127.0.0.1:1/x").start())
        .isInstanceOf(Unreachable.class)
        .hasMessageContaining("database.url");
  }

  @Test
  void theMenuOfTheChatHasTheCommands() {
    try (Wiring wiring = new Program(folder, telegram, "webhook").start()) {
      assertThat(wiring.port()).isPositive();
      await().until(() -> telegram.commands.size() == 1);
      assertThat(telegram.commands.getFirst().getJsonArray("commands").stream())
          .extracting(command -> ((JsonObject) command).getString("command"))
          .containsExactly("batal", "kembali", "menu", "petugas");
    }
  }

  /// How updates reach the program; a webhook's is posted until it is taken.
  private Consumer<JsonObject> road(String mode, int port) {
    return mode.equals("polling") ? telegram::offer : Program.webhook(port);
  }
}
