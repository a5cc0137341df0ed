package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.console.ReplyWindow.Way;
import id.kentongan.integrations.content.YamlContent;
import id.kentongan.integrations.postgres.audit.AuditTrail;
import id.kentongan.integrations.postgres.matters.TicketState;
import id.kentongan.integrations.postgres.officers.Inbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {
  private static final Path FOLDER = Path.of("src/main/resources/console");
  private static final Pattern POST = Pattern.compile("(?s)<form[^>]*method=\"post\".*?</form>");
  private final Templates templates =
      new Templates(YamlContent.load(Path.of("../config"))::content, InstantSource.system());

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void canBeRead(Path file) {
    templates.parse(file.getFileName().toString().replace(".peb", ""));
  }

  @ParameterizedTest
  @MethodSource("files")
  void neverTurnsOffEscapingAndCarriesTheTokenInEachForm(Path file) throws IOException {
    String text = Files.readString(file);
    assertThat(text).doesNotContain("| raw", "autoescape", "<script>", "style=", "onclick");
    if (!file.endsWith("signin.peb")) {
      POST.matcher(text)
          .results()
          .forEach(form -> assertThat(form.group()).contains("name=\"csrf\""));
    }
  }

  @Test
  void nobodyIsLateWhoIsWithAnOfficer() {
    assertThat(waiting("human", TicketState.WAITING)).contains("(lewat)");
    assertThat(waiting("human", TicketState.TAKEN)).contains("20 Nov").doesNotContain("(lewat)");
    assertThat(waiting("officer", TicketState.TAKEN)).doesNotContain("20 Nov", "(lewat)");
  }

  @Test
  void whoIsNotThereIsMarked() {
    assertThat(waiting("human", TicketState.TAKEN)).doesNotContain("tidak di tempat");
    assertThat(waiting("human", TicketState.TAKEN, List.of("sari"))).contains("tidak di tempat");
  }

  private String waiting(String topic, TicketState state) {
    return waiting(topic, state, List.of("dimas"));
  }

  /// The list of one whose time was a day ago, and who of the officers is there.
  private String waiting(String topic, TicketState state, List<String> there) {
    Instant until = Instant.parse("2026-11-20T02:00:00Z");
    var nobody = new Inbox.Person(null, null, false);
    var who = new Inbox.Who(state, "dimas", null);
    var times = new Inbox.Times(until, until);
    var ticket = new Inbox.Ticket("TKT-2026-000001", 1, "web", topic, nobody, who, times);
    Map<String, Object> model =
        Map.of(
            "tickets", List.of(ticket),
            "now", until.plus(Duration.ofDays(1)),
            "there", there);
    return templates.fill("waiting-rows", model, null);
  }

  @Test
  void anOfficerIsToldWhenWordsReachNobody() {
    assertThat(talk(Way.TEMPLATE)).contains("dikirim dalam templat", "paling banyak 1.000 huruf");
    assertThat(talk(Way.CLOSED))
        .contains("baru bisa dikirim setelah warga menulis lagi", "Belum bisa diperiksa")
        .doesNotContain("dikirim dalam templat");
  }

  private String talk(Way way) {
    Map<String, Object> model =
        Map.of(
            "mine",
            true,
            "window",
            new ReplyWindow(way, null, false),
            "lines",
            List.of(),
            "sought",
            "",
            "gone",
            false,
            "unknown",
            way == Way.CLOSED,
            "state",
            "");
    return templates.fill("talk-part", model, null);
  }

  @Test
  void escapesWhatPeopleWrote() {
    var verdict = new AuditTrail.Verdict(1, 1, "\"><b>", "<script>alert(1)</script>");
    assertThat(templates.fill("audit-check", Map.of("verdict", verdict), null))
        .contains("&lt;script&gt;")
        .doesNotContain("<script>");
  }
}
