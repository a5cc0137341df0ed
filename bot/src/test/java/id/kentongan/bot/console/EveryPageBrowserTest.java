package id.kentongan.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.postgres.accounts.Role;
import io.vertx.core.http.HttpMethod;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every page of the console with something on it: light, dark and as wide as a phone, looked over
/// by axe, and gone through by the keyboard alone. A page that is not in the table is red.
@Timeout(300)
class EveryPageBrowserTest {
  /// What is no page: streams, files, pictures, and what leads on.
  private static final Set<String> OTHERS =
      Set.of(
          "",
          "/tunggu/denyut",
          "/percakapan/:talk/denyut",
          "/berkas/:file",
          "/berkas/:file/halaman/:page",
          "/klaim/:number/gabung/:paper",
          "/bahasa/pelajaran",
          "/add/:number/bayar.xlsx",
          "/cakupan/:area/grafik.png",
          "/cakupan/:area/tabel.xlsx",
          "/cakupan/:area/sertifikat.pdf");

  @RegisterExtension static final Desks desks = new Desks();
  private static final Office office = desks.office;

  /// A page of that address, as it is opened with something on it.
  record Opened(String name, String address, Role who, String path) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Opened> pages() {
    return Furnished.PAGES.stream();
  }

  @BeforeAll
  static void open() {
    Furnished.with(office);
  }

  @Test
  void noPageIsLeftOut() {
    Set<String> opened =
        office.console.pages().stream()
            .flatMap(page -> page.addresses().stream())
            .filter(address -> address.method().equals(HttpMethod.GET))
            .map(Page.Address::path)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known = new TreeSet<>(OTHERS);
    pages().map(Opened::address).forEach(known::add);
    assertThat(known).isEqualTo(opened);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageIsFitForEyesAndForTheKeyboard(Opened opened) {
    Desktop desk = desks.of(opened.who());
    desk.open("/console" + opened.path());
    assertThat(desk.page.locator("h1")).isVisible();
    assertThat(desk.page.locator("main")).not().containsText("belum berhak");
    // why: a key without words is shown as it is
    assertThat(desk.page.locator("main")).not().containsText("console.");
    assertThat(KeyboardWalk.faults(desk.page)).as(opened.name()).isEmpty();
    desk.page.evaluate("document.activeElement.blur()");
    desk.shoot("page-" + opened.name());
  }

  @Test
  void theDoorIsFitForThemToo() {
    Desktop desk = desks.stranger();
    desk.open("/console/masuk");
    assertThat(KeyboardWalk.faults(desk.page)).isEmpty();
    desk.shoot("page-door");
    desk.page.getByLabel("Nama").fill("officer");
    desk.page.getByLabel("Kata sandi").fill(Office.PASSWORD);
    desk.page.getByLabel("Kata sandi").press("Enter");
    assertThat(desk.page.getByLabel("Enam angka")).isVisible();
    assertThat(KeyboardWalk.faults(desk.page)).isEmpty();
    desk.shoot("page-factor");
  }
}
