package id.kentongan.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Cookie;
import id.kentongan.integrations.postgres.officers.Takeovers;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A reply that is being written when the session ends is there again after the next sign-in, for
/// its writer alone.
@Timeout(240)
class DraftBrowserTest {
  private static final String TALK = "/console/percakapan/1";
  private static final String WORDS = "Berkasnya sudah lengkap, Bu.\nTunggu kabar kami.";

  @RegisterExtension static final Desks desks = new Desks();
  private final Office office = desks.office;

  @BeforeEach
  void held() {
    new Takeovers(office.database, Office.KEY, office.clock, office.content.rules().zone())
        .takeOver("officer", 1)
        .await();
  }

  @Test
  void itIsSentAfterTheNextSignIn() {
    Desktop dimas = writes("officer");
    dimas.button("Kirim").click();
    assertThat(dimas.page).hasURL(Pattern.compile(".*/masuk\\?hasil=berakhir"));
    assertThat(dimas.page.locator("main")).containsText("Sesinya sudah berakhir");
    enter(dimas, "officer");
    dimas.open("/console/tunggu");
    assertThat(dimas.page.locator("main")).containsText("belum terkirim");
    dimas.shoot("draft-told");
    dimas.link("Buka percakapannya").click();
    assertThat(words(dimas)).hasValue(WORDS);

    dimas.button("Kirim").click();
    assertThat(dimas.page.locator(".bubble.staff").last()).containsText("Tunggu kabar kami.");
    assertThat(words(dimas)).hasValue("");
    assertThat(kept(dimas)).isNull();
    dimas.open("/console/tunggu");
    assertThat(dimas.page.locator("main")).not().containsText("belum terkirim");
  }

  @Test
  void whatIsOnlyBegunIsThereAgainToo() {
    Desktop dimas = writes("officer");
    words(dimas).fill("Sebentar, saya");
    enter(dimas, "officer");
    dimas.open("/console/tunggu");
    assertThat(dimas.page.locator("main")).not().containsText("belum terkirim");
    dimas.open(TALK);
    assertThat(words(dimas)).hasValue("Sebentar, saya");
  }

  @Test
  void nobodyElseFindsIt() {
    Desktop dimas = writes("officer");
    dimas.button("Kirim").click();
    enter(dimas, "supervisor");
    dimas.open("/console/tunggu");
    assertThat(dimas.page.locator("main")).not().containsText("belum terkirim");
    assertThat(kept(dimas)).isNull();
  }

  @Test
  void afterTenHoursItIsForgotten() {
    Desktop dimas = writes("officer");
    words(dimas).fill("Sampai besok.");
    enter(dimas, "officer");
    dimas.page.evaluate(
        """
        sessionStorage.setItem('balasan', JSON.stringify(
          { ...JSON.parse(sessionStorage.getItem('balasan')), at: Date.now() - 36000001 }))
        """);
    dimas.open(TALK);
    assertThat(words(dimas)).hasValue("");
    assertThat(kept(dimas)).isNull();
  }

  @Test
  void itGoesWithWhoeverSignsOut() {
    Desktop dimas = desks.stranger();
    enter(dimas, "officer");
    dimas.open(TALK);
    words(dimas).fill(WORDS);
    assertThat(kept(dimas)).isNotNull();
    dimas.button("Keluar").click();
    assertThat(dimas.page.locator("main")).containsText("Anda sudah keluar");
    assertThat(kept(dimas)).isNull();
  }

  @Test
  void whoLostTheConversationMeanwhileStillReadsIt() {
    Desktop dimas = writes("officer");
    words(dimas).fill("Berkasnya belum lengkap.");
    dimas.button("Kirim").click();
    new Takeovers(office.database, Office.KEY, office.clock, office.content.rules().zone())
        .giveBack("officer", 1, false)
        .await();
    enter(dimas, "officer");
    dimas.open(TALK);
    assertThat(dimas.page.locator("main")).containsText("tidak sedang Anda pegang: Berkasnya");
  }

  @Test
  void aNoteIsThereAgainToo() {
    Desktop dimas = writes("officer");
    words(dimas).fill("");
    dimas.page.getByLabel("Catatan untuk rekan").fill("Ibunya minta dijemput.");
    dimas.button("Simpan catatan").click();
    assertThat(dimas.page).hasURL(Pattern.compile(".*/masuk\\?hasil=berakhir"));
    enter(dimas, "officer");
    dimas.open("/console/tunggu");
    dimas.link("Buka halamannya").click();
    assertThat(dimas.page.getByLabel("Catatan untuk rekan")).hasValue("Ibunya minta dijemput.");
    assertThat(words(dimas)).hasValue("");
    dimas.button("Simpan catatan").click();
    assertThat(dimas.page.locator(".notes")).containsText("Ibunya minta dijemput.");
    assertThat(dimas.page.getByLabel("Catatan untuk rekan")).hasValue("");
    dimas.open("/console/tunggu");
    assertThat(dimas.page.locator("main")).not().containsText("belum tersimpan");
  }

  @Test
  void aWholeFileThatWasRewrittenIsThereAgain() {
    Desktop rina = desks.stranger();
    enter(rina, "supervisor");
    rina.open("/console/isi/tulis?berkas=answers/ask.fraud.yaml");
    Locator text = rina.page.getByLabel("Isi berkas");
    String mine = text.inputValue().replace("Hati-hati", "Awas");
    text.fill(mine);
    office.sessions.revoke("test", "supervisor").await();
    rina.button("Simpan sebagai naskah").click();
    assertThat(rina.page).hasURL(Pattern.compile(".*/masuk\\?hasil=berakhir"));
    enter(rina, "supervisor");
    rina.open("/console/isi/tulis?berkas=answers/ask.jkm.yaml");
    assertThat(rina.page.getByLabel("Isi berkas")).not().hasValue(mine);
    rina.link("Buka halamannya").click();
    assertThat(rina.page.getByLabel("Isi berkas")).hasValue(mine);
    rina.shoot("draft-file");
    rina.button("Simpan sebagai naskah").click();
    assertThat(rina.page.locator(".diff .in").first()).containsText("Awas");
    rina.open("/console/isi/tulis?berkas=answers/ask.fraud.yaml");
    assertThat(rina.page.getByLabel("Isi berkas")).not().hasValue(mine);
  }

  @Test
  void aBroadcastIsThereAgainWithAllItsFields() {
    Desktop rina = desks.stranger();
    enter(rina, "supervisor");
    rina.open("/console/siaran");
    rina.page.locator("#title").fill("Kantor tutup");
    rina.page.locator("#text").fill("Senin kantor tutup ya Bapak Ibu.");
    rina.page.locator("#village").fill("35.10");
    rina.page.locator("#channel").selectOption("telegram");
    office.sessions.revoke("test", "supervisor").await();
    rina.button("Lihat dulu").click();
    assertThat(rina.page).hasURL(Pattern.compile(".*/masuk\\?hasil=berakhir"));
    enter(rina, "supervisor");
    rina.open("/console/siaran");
    assertThat(rina.page.locator("#title")).hasValue("Kantor tutup");
    assertThat(rina.page.locator("#text")).hasValue("Senin kantor tutup ya Bapak Ibu.");
    assertThat(rina.page.locator("#village")).hasValue("35.10");
    assertThat(rina.page.locator("#channel")).hasValue("telegram");
    rina.button("Lihat dulu").click();
    assertThat(rina.page.locator("h1")).containsText("Kantor tutup");
    rina.open("/console/siaran");
    assertThat(rina.page.locator("#text")).hasValue("");
  }

  @Test
  void whoSignedInAnewInAnotherTabFindsItAgainInTheOldOne() {
    Desktop dimas = writes("officer");
    words(dimas).fill("");
    dimas.page.getByLabel("Catatan untuk rekan").fill("Sudah dua kali ditelepon.");
    enter(dimas, "officer");
    dimas.button("Simpan catatan").click();
    assertThat(dimas.page.locator("main")).containsText("Halaman ini sudah lama terbuka");
    dimas.link("Buka halamannya").click();
    assertThat(dimas.page.getByLabel("Catatan untuk rekan")).hasValue("Sudah dua kali ditelepon.");
  }

  /// An officer has written a reply, and their session has ended.
  private Desktop writes(String officer) {
    Desktop desk = desks.stranger();
    enter(desk, officer);
    desk.open(TALK);
    words(desk).fill(WORDS);
    office.sessions.revoke("test", officer).await();
    return desk;
  }

  private void enter(Desktop desk, String officer) {
    String token = Keys.fresh();
    office.sessions.enter(Keys.hash(token), officer, true, Duration.ofHours(1)).await();
    desk.page.context().addCookies(List.of(new Cookie("petugas", token).setUrl(office.url)));
  }

  private static Locator words(Desktop desk) {
    return desk.page.getByLabel("Balas sebagai");
  }

  private static Object kept(Desktop desk) {
    return desk.page.evaluate("sessionStorage.getItem('balasan')");
  }
}
