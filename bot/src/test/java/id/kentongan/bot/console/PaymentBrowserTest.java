package id.kentongan.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import id.kentongan.bot.Base;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.learning.ContentVersions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A villager who enrols and pays too little, two officers who settle it, a stranger who scans the
/// card, and a tariff that changes in between, with the whole program among them.
@Timeout(400)
class PaymentBrowserTest {
  private static final String NIK = "3510041203800031";

  private final AtomicInteger payments = new AtomicInteger();

  @TempDir static Path data = Path.of("");

  @Test
  void whatDidNotFitIsSettledByTwoAndTheCardIsCheckedByAnyone() throws IOException {
    try (var whole = Whole.inTheMorning(data)) {
      Page villager = whole.villager();
      String enrolment = enrolled(villager);
      assertThat(pay(whole, "enrolment", enrolment, 1000)).contains("review", "partial");
      Whole.says(villager, "petugas memeriksanya dulu");

      Desktop dimas = whole.officer("dimas");
      dimas.open("/console/pembayaran");
      assertThat(dimas.page.locator("tbody")).containsText("Suparno Hadi");
      dimas.shoot("payments");
      dimas.link("BYR-").click();
      dimas.page.getByLabel("Ini milik").fill("bukan nomor");
      dimas.button("Catat pemiliknya").click();
      assertThat(dimas.page.locator(".bad")).containsText("Isi NIK 16 angka");
      dimas.button("Terima").click();
      assertThat(dimas.page.locator(".good")).containsText("Perlu satu petugas lain");
      dimas.shoot("payment");
      dimas.button("Terima").click();
      assertThat(dimas.page.locator(".bad")).containsText("Petugas lain yang menjalankan");
      Desktop ayu = whole.officer("supervisor");
      ayu.open("/console/pembayaran");
      ayu.link("BYR-").click();
      ayu.button("Terima").click();
      assertThat(ayu.page.locator(".good")).containsText("Sudah dijalankan");
      ayu.open("/console/pembayaran?keadaan=selesai");
      assertThat(ayu.page.locator("tbody tr")).hasCount(1);
      Whole.says(villager, "Kode tanda terima");

      verified(whole.stranger(), whole.url, card(villager, whole.url));
      publishLongerDiscount(whole);
      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(
              () ->
                  assertThat(pay(whole, "nik", NIK, 16_800))
                      .as("December and January at the published price")
                      .contains("taken"));
    }
  }

  private static String enrolled(Page villager) {
    Whole.write(villager, "daftar");
    Whole.says(villager, "Bapak/Ibu setuju?");
    Whole.write(villager, "ya");
    Whole.says(villager, "nama lengkapnya");
    Whole.write(villager, "petani, penghasilan sejuta, nama Suparno Hadi, nik " + NIK);
    Whole.says(villager, "masih aktif bekerja");
    Whole.write(villager, "ya");
    Whole.says(villager, "desa apa");
    Whole.write(villager, "kedungasri tegaldlimo");
    Whole.says(villager, "perlindungan yang mana");
    Whole.write(villager, "2 program");
    Whole.says(villager, "berapa bulan");
    Whole.write(villager, "1 bulan");
    Whole.says(villager, "Sudah benar?");
    Whole.write(villager, "ya benar");
    Whole.says(villager, "Kode cek");
    return found(villager.locator("body").innerText(), "DFT-\\d{4}-\\d{6}");
  }

  /// The code that a phone reads from the card.
  private static String card(Page villager, String url) throws IOException {
    Whole.write(villager, "kartu digital");
    Whole.says(villager, "kartu digitalnya");
    var picture = villager.locator("img[src^='/chat/files/']").last();
    picture.waitFor();
    byte[] bytes = villager.request().get(url + picture.getAttribute("src")).body();
    return QrScan.read(
        Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(bytes)), "no picture"));
  }

  private static void verified(Page page, String url, String code) {
    page.navigate(url + "/verify/" + code);
    assertThat(page.locator("main")).containsText("Kode ini benar");
    assertThat(page.locator("body")).not().containsText("Suparno");
    assertThat(page.locator("body")).not().containsText(NIK.substring(12));
  }

  /// The discount goes on until March, published by two officers.
  private static void publishLongerDiscount(Whole whole) throws IOException {
    String tariff =
        Files.readString(Path.of("../config/tariffs/2026.yaml"))
            .replace("until: 2026-12", "until: 2027-03")
            .replace(
                "first: 2027-01, months: 1, total: 16800", "first: 2027-01, months: 1, total: 8400")
            .replace("months: 3, total: 33600", "months: 3, total: 25200")
            .replace("total: 95300", "total: 77150");
    var address = Base.database(whole.settings.stores().database().orElseThrow());
    try (var database = Database.start(address, Base.key(whole.settings))) {
      var versions = new ContentVersions(database, whole.clock);
      long draft = versions.draft("editor", "tariffs/2026.yaml", tariff, "").await();
      assertThat(versions.publish("supervisor", draft).await())
          .isEqualTo(ContentVersions.Result.DONE);
    }
  }

  private String pay(Whole whole, String whose, String who, long amount) {
    String at = Long.toString(whole.clock.instant().getEpochSecond());
    String body =
        "{\"id\":\"p%d\",\"%s\":\"%s\",\"amount\":%d,\"paid_at\":\"%s\",\"channel\":\"BRILink\"}"
            .formatted(payments.incrementAndGet(), whose, who, amount, whole.clock.instant());
    return Office.send(
            HttpRequest.newBuilder(URI.create(whole.url + "/api/payments"))
                .header("X-Kentongan-Timestamp", at)
                .header("X-Kentongan-Signature", signed(at + '.' + body))
                .POST(BodyPublishers.ofString(body)))
        .body();
  }

  private static String signed(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Whole.PAYMENTS.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String found(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group();
  }
}
