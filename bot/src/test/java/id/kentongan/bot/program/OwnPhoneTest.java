package id.kentongan.bot.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.kentongan.bot.Wiring;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An agent on Telegram, villagers who consent on their own WhatsApp, and two people who share a
/// phone: through the signed webhooks, Redis and PostgreSQL.
@Timeout(240)
final class OwnPhoneTest {
  private static final String VILLAGE = "35.10.04.2005";
  private static final String TOLD =
      "nama %s, nik %s, petani, sejuta sebulan, desa kedungasri, 2 program";
  private static final String NUMBER = "DFT-2026-[0-9]{6}";
  private static final Pattern CODE = Pattern.compile("kode ([0-9]{6})");

  private static TelegramStub telegram;
  private static WhatsAppStub whatsapp;
  private static Program program;
  private static Wiring wiring;

  @BeforeAll
  static void open(@TempDir Path folder) {
    telegram = new TelegramStub();
    whatsapp = new WhatsAppStub();
    // why: everything is sent twice, faster than any agent writes
    program = whatsapp.on(new Program(folder, telegram, "webhook")).with("DESK_BURST", "1000");
    wiring = program.start();
  }

  @AfterAll
  static void close() {
    wiring.close();
    whatsapp.close();
    telegram.close();
  }

  @Test
  void aVillagerConsentsRefusesOrTellsTheCodeByTheirOwnPhone() {
    var rina = new Villager(61, telegram, program.clock, Program.webhook(wiring.port()));
    rina.writes("masuk agen " + program.invites("Rina", VILLAGE));
    rina.hearsSometime("Selamat bertugas, Rina");

    enrols(rina, "Joko Susilo", "3510171708850003", "081298765432");
    assertThat(heard("+6281298765432", "Rina, agen BUMDesma Maju")).contains("Joko Susilo");
    assertThat(texts("select name from persons where name like 'Joko%'")).isEmpty();
    whatsapp.writes(wiring.port(), "+6281298765432", "ya");
    heard("+6281298765432", "(?s)Joko Susilo sudah diterima.*" + NUMBER);
    rina.hearsSometime("Joko Susilo sudah setuju lewat HP-nya.*" + NUMBER);

    enrols(rina, "Siti Aminah", "3510175708850004", "081298765433");
    Matcher code = CODE.matcher(heard("+6281298765433", "kode [0-9]{6}"));
    assertThat(code.find()).isTrue();
    rina.writes("setuju " + (code.group(1).equals("000000") ? "000001" : "000000"));
    rina.hearsSometime("Kodenya belum cocok");
    rina.writes("setuju " + code.group(1));
    rina.hearsSometime("(?s)Siti Aminah sudah diterima.*" + NUMBER);

    enrols(rina, "Budi Santoso", "3510171708850005", "081298765434");
    heard("+6281298765434", "Budi Santoso");
    whatsapp.writes(wiring.port(), "+6281298765434", "tidak");
    rina.hearsSometime("Budi Santoso menjawab tidak setuju");
    assertThat(texts("select name from persons where name ~ 'Joko|Siti|Budi' order by name"))
        .containsExactly("Joko Susilo", "Siti Aminah");
    assertThat(texts("select way from consents where agent is not null order by id"))
        .containsExactly("OWN_PHONE", "CODE_TOLD");
  }

  @Test
  void twoWhoShareAPhoneSeeNothingOfOneAnother() {
    var phone = new Villager(62, telegram, program.clock, Program.webhook(wiring.port()));
    enrolsHere(phone, "Karto Wiyono", "3510171708850013");
    enrolsHere(phone, "Wati Lestari", "3510175708850014");
    phone.writes("123456");
    phone.hearsSometime("mudah ditebak");
    phone.writes("402817");
    phone.hearsSometime("Kuncinya sudah disimpan");
    assertThat(texts("select pin from profiles where pin is not null"))
        .singleElement()
        .satisfies(kept -> assertThat(kept).startsWith("$argon2id$").doesNotContain("402817"));

    phone.writes("sudah aktif belum");
    phone.hearsSometime("Untuk siapa");
    phone.writes("wati");
    phone.hearsSometime("kunci 6 angka milik Wati Lestari");
    phone.writes("111222");
    assertThat(phone.hearsSometime("Kuncinya belum cocok")).doesNotContain("DFT-");
    phone.writes("402817");
    assertThat(phone.hearsSometime("Data atas nama Wati Lestari")).doesNotContain("Karto");
    phone.writes("ganti orang");
    phone.hearsSometime("Untuk siapa");
    phone.writes("karto");
    phone.hearsSometime("Karto Wiyono belum punya kunci");
  }

  private static void enrols(Villager rina, String name, String nik, String phone) {
    rina.writes("daftarkan warga");
    rina.hearsSometime("bersama Anda, dan ia setuju");
    rina.writes("lewat hp");
    rina.hearsSometime("Siapa nama lengkapnya");
    rina.writes(TOLD.formatted(name, nik));
    rina.hearsSometime("masih aktif bekerja");
    rina.writes("ya");
    rina.hearsSometime("berapa bulan");
    rina.writes("1 bulan");
    rina.hearsSometime("Nomor HP orangnya");
    rina.writes(phone);
    rina.hearsSometime("Sudah benar");
    rina.writes("ya");
    rina.hearsSometime("Pesan persetujuan sudah dikirim");
  }

  private static void enrolsHere(Villager phone, String name, String nik) {
    phone.writes("mau daftar");
    phone.hearsSometime("setuju\\?");
    phone.writes("ya");
    phone.hearsSometime("Siapa nama lengkapnya");
    phone.writes(TOLD.formatted(name, nik));
    phone.hearsSometime("masih aktif bekerja");
    phone.writes("ya");
    phone.hearsSometime("berapa bulan");
    phone.writes("1 bulan");
    phone.hearsSometime("Sudah benar");
    phone.writes("ya");
    phone.hearsSometime(NUMBER);
  }

  /// Waits until a phone is told that.
  private static String heard(String phone, String pattern) {
    var searched = Pattern.compile(pattern);
    await()
        .untilAsserted(
            () ->
                assertThat(whatsapp.toldTo(phone)).anyMatch(text -> searched.matcher(text).find()));
    return whatsapp.toldTo(phone).stream()
        .filter(text -> searched.matcher(text).find())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(String query) {
    try (var database = program.database()) {
      return database
          .transact(handle -> handle.createQuery(query).mapTo(String.class).list())
          .await();
    }
  }
}
