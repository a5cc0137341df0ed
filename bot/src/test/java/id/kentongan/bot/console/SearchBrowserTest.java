package id.kentongan.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import id.kentongan.integrations.postgres.accounts.Role;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Searching in Chromium: nothing that was typed comes into any address, and one can turn pages, go
/// back and ask anew, and finds again what was looked for.
@Timeout(240)
class SearchBrowserTest {
  private static final int MANY = 60;

  @RegisterExtension static final Desks desks = new Desks();
  private final List<String> addresses = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void open() {
    Furnished.with(desks.office);
    desks
        .office
        .database
        .transact(
            handle ->
                handle.execute(
                    """
                    with people as (
                      insert into persons (name, village, nik_blind, nik, birth_date)
                      select 'Rahasia ' || i, '35.10.04.2005', sha256(i::text::bytea), '', ''
                      from generate_series(1, %d) i returning id)
                    insert into enrolments (number, person, state, state_since, programmes,
                      first_month, months, total, income, receipt, made)
                    select 'DFT-2025-' || lpad(id::text, 6, '0'), id, 'WAITING', now(), 'JKK,JKM',
                      date '2026-11-01', 1, 16800, '', '', now() - make_interval(mins => id::int)
                    from people
                    """
                        .formatted(MANY)))
        .await();
  }

  @Test
  void aNameIsLookedForThroughPagesAndBack() throws IOException {
    Desktop ayu = desk(Role.SUPERVISOR);
    ayu.open("/console/pendaftaran?keadaan=waiting");
    ayu.page.locator("#nama").fill("rahasia");
    ayu.button("Saring").click();
    assertThat(ayu.page.locator("tbody tr")).hasCount(50);
    ayu.shoot("enrolments-found");
    ayu.link("Berikutnya").click();
    assertThat(ayu.page.locator("tbody tr")).hasCount(MANY - 50);
    assertThat(ayu.page.locator("#nama")).hasValue("rahasia");
    ayu.page.goBack();
    assertThat(ayu.page.locator("tbody tr")).hasCount(50);
    ayu.page.goForward();

    ayu.page.locator("tbody a.open").first().click();
    ayu.page.goBack();
    assertThat(ayu.page.locator("h1")).hasText("Pendaftaran");
    assertThat(ayu.page.locator("#nama")).hasValue("rahasia");
    assertThat(ayu.page.locator("tbody tr")).hasCount(MANY - 50);
    assertThat(ayu.page.locator(".counts [aria-current]")).containsText("menunggu");
    ayu.page.reload();
    assertThat(ayu.page.locator("tbody tr")).hasCount(MANY - 50);
    ayu.page.locator(".counts a").getByText("menunggu").click();
    assertThat(ayu.page.locator("#nama")).hasValue("");
    ayu.link("Berikutnya").click();
    assertThat(ayu.page).hasURL(Pattern.compile(".*sebelum=DFT-.*"));
    nowhere("rahasia");
  }

  @Test
  void aListIsTakenOutOfWhomOneLooksFor() throws IOException {
    Desktop ayu = desk(Role.SUPERVISOR);
    ayu.open("/console/pendaftaran");
    ayu.page.locator("#nama").fill("susilo");
    assertThat(list(ayu, "CSV")).contains("Joko Susilo").doesNotContain("Rahasia");
    ayu.page.locator("#nama").fill("zzz");
    assertThat(list(ayu, "CSV")).doesNotContain("Joko Susilo");
    nowhere("susilo", "zzz");
  }

  private static String list(Desktop officer, String form) throws IOException {
    Download list = officer.page.waitForDownload(() -> officer.button(form).click());
    return Files.readString(list.path());
  }

  @Test
  void wordsAreLookedForInAConversation() {
    Desktop dimas = desk(Role.OFFICER);
    dimas.open("/console/percakapan/3");
    dimas.page.locator("#cari").fill("menjawab");
    dimas.button("Cari").click();
    assertThat(dimas.page.locator(".bubble")).hasCount(1);
    dimas.page.locator("#cari").fill("zzz");
    dimas.button("Cari").click();
    assertThat(dimas.page.locator(".talk")).containsText("Tidak ada yang memuat");
    dimas.shoot("talk-searched");
    dimas.page.reload();
    assertThat(dimas.page.locator(".talk")).containsText("Tidak ada yang memuat");
    dimas.page.evaluate("htmx.trigger('#part', 'baru')");
    dimas.page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(dimas.page.locator(".talk")).containsText("Tidak ada yang memuat");
    dimas.link("Tampilkan semua").click();
    assertThat(dimas.page.locator(".talk")).containsText("menjawab di sini");
    nowhere("menjawab", "zzz");
  }

  @Test
  void theAuditIsLookedThroughByOfficerAndMatter() {
    Desktop auditor = desk(Role.AUDITOR);
    auditor.open("/console/audit");
    auditor.page.locator("#petugas").fill("Supervisor");
    auditor.button("Saring").click();
    assertThat(auditor.page.locator("tbody")).containsText("supervisor");
    assertThat(auditor.page.locator("tbody")).not().containsText("test");
    auditor.shoot("audit-found");
    auditor.page.locator("tbody button").first().click();
    assertThat(auditor.page.locator("#perkara")).not().hasValue("");
    auditor.page.reload();
    assertThat(auditor.page.locator("#perkara")).not().hasValue("");
    auditor.page.locator("#petugas").fill("");
    String about = auditor.page.locator("tbody button").first().textContent();
    auditor.page.locator("#perkara").fill(about);
    auditor.button("Saring").click();
    assertThat(auditor.page.locator("tbody button").first()).hasText(about);
    auditor.page.locator("#petugas").fill("siapa");
    auditor.button("Saring").click();
    assertThat(auditor.page.locator("tbody")).containsText("Tidak ada yang cocok.");
    auditor.link("Tampilkan semua").click();
    assertThat(auditor.page.locator("#petugas")).hasValue("");
    nowhere("supervisor");
  }

  @Test
  void filesAndPeopleAreLookedForToo() {
    Desktop editor = desk(Role.SUPERVISOR);
    editor.open("/console/isi");
    editor.page.locator("#cari").fill("TELANJUR diserahkan");
    editor.button("Cari").click();
    var rows = editor.page.locator("table").last().locator("tbody tr");
    assertThat(rows).hasCount(1);
    assertThat(rows).containsText("Penipuan atau bukan");
    editor.page.locator("#cari").fill("daftar banyak orang");
    editor.button("Cari").click();
    assertThat(editor.link("Daftar banyak orang")).hasCount(1);
    editor.open("/console/cari");
    editor.page.locator("#apa").fill("rahasia 7");
    editor.button("Cari").click();
    editor.page.getByText("Rahasia 7").first().waitFor();
    editor.link("Data pribadi").first().click();
    editor.page.goBack();
    assertThat(editor.page.locator("#apa")).hasValue("rahasia 7");
    editor.page.getByText("Rahasia 7").first().waitFor();
    nowhere("cari=", "rahasia");
  }

  @Test
  void whatOneLookedForIsOfNoUseToAnother() {
    Office office = desks.office;
    var sought = office.post("/console/cari", "apa=rahasia+7", office.in(Role.OFFICER));
    String cookie = "; " + Office.kept(sought);
    String page = sought.headers().firstValue("Location").orElseThrow();
    assertThat(found(page, office.in(Role.OFFICER) + cookie)).contains("Rahasia 7");
    assertThat(found(page, office.in(Role.SUPERVISOR) + cookie)).doesNotContain("ahasia");
    assertThat(found(page.replace("cari", "isi"), office.in(Role.SUPERVISOR) + cookie))
        .doesNotContain("ahasia");
    assertThat(cookie).doesNotContainIgnoringCase("rahasia");
  }

  @Test
  void eachTabFindsItsOwnAgainOfTheLatest() {
    Desktop dimas = desk(Role.OFFICER);
    sought(dimas.page, "rahasia 7");
    Page second = dimas.page.context().newPage();
    sought(second, "susilo");
    dimas.page.reload();
    assertThat(dimas.page.locator("#apa")).hasValue("rahasia 7");
    second.reload();
    assertThat(second.locator("#apa")).hasValue("susilo");
    for (int i = 0; i < 5; i++) {
      sought(second, "susilo " + i);
    }
    dimas.page.reload();
    assertThat(dimas.page.locator("#apa")).hasValue("");
    second.reload();
    assertThat(second.locator("#apa")).hasValue("susilo 4");
    assertThat(dimas.page.context().cookies(dimas.page.url()))
        .filteredOn(cookie -> cookie.name.startsWith("cari"))
        .hasSize(5);
  }

  private static void sought(Page page, String words) {
    // why: the earliest is to be told from the latest.
    desks.office.clock.advance(Duration.ofSeconds(1));
    page.navigate(desks.office.url + "/console/cari");
    page.locator("#apa").fill(words);
    page.locator("main form button").first().click();
    assertThat(page.locator("#apa")).hasValue(words);
  }

  private static String found(String page, String cookies) {
    return Office.send(desks.office.request(page, cookies).GET()).body();
  }

  private Desktop desk(Role role) {
    Desktop desk = desks.of(role);
    desk.page.onRequest(request -> addresses.add(request.url()));
    desk.page.onFrameNavigated(frame -> addresses.add(frame.url()));
    return desk;
  }

  private void nowhere(String... typed) {
    assertThat(addresses)
        .isNotEmpty()
        .map(address -> URLDecoder.decode(address, UTF_8).toLowerCase(Locale.ROOT))
        .allSatisfy(address -> assertThat(address).doesNotContain(typed));
  }
}
