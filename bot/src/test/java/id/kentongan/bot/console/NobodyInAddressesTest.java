package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.integrations.postgres.accounts.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No address of the console carries what somebody typed or is called: an address stays in the
/// browser's history, in bookmarks and in a proxy's log. Forms are posted; links lead by numbers,
/// codes and states.
@Timeout(120)
class NobodyInAddressesTest {
  private static final Path TEMPLATES = Path.of("src/main/resources/console");
  private static final Path PAGES = Path.of("src/main/java/id/kentongan/bot/console");
  private static final Path SCRIPT = Path.of("src/main/resources/web/console.js");

  /// why: the one makes what a phone scans, the other measures by posted forms.
  private static final Set<String> NO_PAGES = Set.of("Totp.java", "ConsoleBenchmark.java");

  private static final Pattern FORM = Pattern.compile("<form\\b[^>]*+>");
  private static final Pattern FIELD = Pattern.compile("[?&](?:amp;)?([a-zA-Z_]+)=");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\b(?:href|src|action|formaction|hx-[a-z]+|data-live)="
              + "\"((?:\\{[{%].*?[%}]}|[^\"])*+)\"");
  private static final Pattern FILLED = Pattern.compile("\\{\\{\\s*([a-zA-Z_.]+)[^}]*}}");

  /// What an address may be filled with, by the last name: `matter.number`, `known.person` (their
  /// number here), `one.matter` (`JKM-2026-000001`, `person/8`), `row.path` (a file of the
  /// content).
  private static final Set<String> NUMBERS_AND_STATES =
      Set.of(
          "agent",
          "assets",
          "again",
          "code",
          "enrolment",
          "file",
          "id",
          "kind",
          "mark",
          "matter",
          "next",
          "number",
          "one",
          "paper",
          "path",
          "person",
          "state",
          "talk",
          "topic");

  static List<Path> files() throws IOException {
    try (Stream<Path> templates = Files.list(TEMPLATES);
        Stream<Path> pages = Files.list(PAGES)) {
      return Stream.of(templates, pages, Stream.of(SCRIPT))
          .flatMap(all -> all)
          .filter(file -> !NO_PAGES.contains(file.getFileName().toString()))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void addressesCarryFieldsOfNobody(Path file) throws IOException {
    assertThat(Visit.OF_NOBODY).containsAll(found(FIELD, Files.readString(file)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void formsArePostedAndLinksLeadByNumbersAndStates(Path file) throws IOException {
    String text = Files.readString(file);
    assertThat(FORM.matcher(text).results().map(MatchResult::group))
        .allMatch(form -> form.contains("method=\"post\""));
    // why: by these a part would be asked for with the fields of a form, or named in the history.
    assertThat(text)
        .doesNotContain("formmethod", "hx-include", "hx-vals", "hx-push-url", "hx-replace-url");
    for (String address : found(ADDRESS, text)) {
      for (String name : found(FILLED, address)) {
        assertThat(name.substring(name.lastIndexOf('.') + 1))
            .as("%s in %s of %s", name, address, file)
            .isIn(NUMBERS_AND_STATES);
      }
    }
  }

  @Test
  void everyTemplateHasItsAddressesFound() throws IOException {
    assertThat(found(ADDRESS, Files.readString(TEMPLATES.resolve("board.peb"))))
        .anyMatch(address -> address.contains("?keadaan="))
        .anyMatch(address -> address.endsWith(".csv"));
  }

  @Test
  void aSearchInAnAddressFindsAsMuchAsNone() {
    try (var office = new Office()) {
      String officer = office.in(Role.SUPERVISOR);
      assertThat(office.get("/console/pendaftaran?nama=zzz&desa=99", officer).body())
          .contains("Joko Susilo")
          .doesNotContain("zzz");
      assertThat(office.found("/console/pendaftaran?nama=zzz", "desa=35", officer))
          .contains("Joko Susilo");
      assertThat(office.found("/console/pendaftaran", "nama=zzz", officer))
          .doesNotContain("Joko Susilo");
      for (String page : List.of("/cakupan?cari=zzz", "/isi?cari=zzz", "/percakapan/1?cari=zzz")) {
        assertThat(shown(office, page, officer))
            .as(page)
            .isEqualTo(shown(office, page.replaceAll("\\?.*", ""), officer));
      }
      String auditor = office.in(Role.AUDITOR);
      assertThat(shown(office, "/audit?petugas=zzz", auditor))
          .isEqualTo(shown(office, "/audit", auditor));
      assertThat(office.get("/console/unduh/pendaftaran.csv?nama=zzz", officer).statusCode())
          .isEqualTo(404);
    }
  }

  /// A page, without the number that it gives its forms each time anew.
  private static String shown(Office office, String page, String token) {
    return office.get("/console" + page, token).body().replaceAll("\\.[0-9a-f]{16}\"", "\"");
  }

  @Test
  @SuppressWarnings("NullAway") // why: nothing of it is looked at
  void aPageMayNotAskAnAddressForAnythingElse() {
    var visit = new Visit(null, null, "", "", Map.of());
    assertThatThrownBy(() -> visit.query("nama")).hasMessageContaining("may not stand");
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    pattern.matcher(text).results().forEach(one -> found.add(one.group(1)));
    return found;
  }
}
