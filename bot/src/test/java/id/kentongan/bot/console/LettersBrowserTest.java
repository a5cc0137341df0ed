package id.kentongan.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.JournalEntry;
import id.kentongan.integrations.DeadLetters.DeadLetter;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.postgres.accounts.Role;
import id.kentongan.integrations.postgres.journal.PostgresJournal;
import id.kentongan.integrations.postgres.officers.Correspondents;
import id.kentongan.integrations.postgres.officers.Takeovers;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What does not reach anybody: in the conversation for who wrote it, on a page for who runs the
/// program.
@Timeout(240)
class LettersBrowserTest {
  private static final String WORDS = "Berkasnya sudah lengkap, Bu.";

  @RegisterExtension static final Desks desks = new Desks();
  private final Office office = desks.office;
  private ConversationId who = new ConversationId("telegram", "0");

  @BeforeEach
  void none() {
    office.letters.all.clear();
    office.letters.again.clear();
  }

  @Test
  void aReplyThatIsRefusedLaterIsShownSoAtOnceAndIsSentAgain() {
    long talk = talk("halo bu", 0);
    takeOver(talk);
    Desktop dimas = desks.of(Role.OFFICER);
    dimas.open("/console/percakapan/" + talk);
    dimas.page.getByLabel("Balas sebagai").fill(WORDS);
    dimas.button("Kirim").click();
    Locator reply = dimas.page.locator(".bubble.staff").last();
    assertThat(reply).containsText(WORDS);
    assertThat(reply).not().containsText("Tidak sampai");

    Instant now = Instant.now();
    office.letters.put("k1/1-0", who, now, WORDS, "400 Bad Request: message is too long");
    assertThat(reply).containsText("Tidak sampai: ditolak penyedia.");
    assertThat(reply).containsText("Tulis dengan cara lain, atau telepon.");
    dimas.shoot("undelivered-talk");
    dimas.button("Kirim lagi").click();
    assertThat(dimas.page.locator(".unsent")).hasCount(0);
    assertThat(office.letters.again).extracting(DeadLetter::id).containsExactly("k1/1-0");
    assertThat(audited("officer", "send again")).isEqualTo(1);
  }

  @Test
  void whoBlocksUsIsShownAsGone() {
    long talk = talk("(Left)", 1);
    Desktop dimas = desks.of(Role.OFFICER);
    dimas.open("/console/percakapan/" + talk);
    assertThat(dimas.page.locator(".gone")).containsText("memblokir Kentongan");
    assertThat(dimas.page.locator(".state")).containsText("tidak sampai sebelum orangnya menulis");
    assertThat(dimas.page.locator("main")).not().containsText("ia diberi tahu");
    dimas.shoot("undelivered-gone");
  }

  @Test
  void thoseWhoRunItSeeWhyAndTryAgainOrGiveUpWithoutReadingAnything() {
    talk("siapa", 2);
    Instant now = Instant.parse("2026-11-20T01:00:00Z");
    office.letters.put("k1/1-0", who, now, WORDS, "outside the 24-hour window");
    office.letters.put("k1/2-0", who, now.plusSeconds(60), WORDS, "given up: 500");
    office.letters.put("k1/3-0", null, now.plusSeconds(90), "", "unreadable by this program");

    Desktop ayu = desks.of(Role.ADMINISTRATOR);
    ayu.open("/console");
    assertThat(ayu.page.locator("nav .many")).hasText("3");
    ayu.link("Tidak sampai").click();
    assertThat(ayu.page.locator("main")).containsText("sudah dicoba berjam-jam");
    assertThat(ayu.page.locator("main")).not().containsText(WORDS);
    assertThat(ayu.page.locator("main a.open")).hasCount(0);
    ayu.button("Kirim lagi yang dipilih").click();
    assertThat(ayu.page.getByRole(AriaRole.ALERT)).containsText("Pilih dulu");
    ayu.page.getByLabel("Pilih yang ke-2").check();
    ayu.button("Kirim lagi yang dipilih").click();
    assertThat(ayu.page.getByRole(AriaRole.STATUS)).containsText("Dikirim lagi");
    assertThat(office.letters.again).extracting(DeadLetter::id).containsExactly("k1/2-0");

    ayu.page.getByLabel("Pilih semua").check();
    assertThat(ayu.button("Ya, buang")).isHidden();
    ayu.page.getByText("Buang yang dipilih").click();
    assertThat(office.letters.all).hasSize(2);
    ayu.shoot("undelivered-sure");
    ayu.button("Ya, buang").click();
    assertThat(ayu.page.locator("main")).containsText("Tidak ada. Semua sampai.");
    assertThat(office.letters.all).isEmpty();
    assertThat(ayu.page.locator("nav .many")).hasCount(0);
    assertThat(audited("administrator", "give up sending")).isEqualTo(2);
  }

  @Test
  void whatWasGivenUpIsMarkedInItsConversationAndWrittenAnew() {
    long talk = talk("halo bu", 6);
    takeOver(talk);
    Desktop dimas = desks.of(Role.OFFICER);
    dimas.open("/console/percakapan/" + talk);
    dimas.page.getByLabel("Balas sebagai").fill(WORDS);
    dimas.button("Kirim").click();
    office.letters.put("k1/1-0", who, Instant.now(), WORDS, "given up: 500");
    assertThat(dimas.page.locator(".bubble.staff")).containsText("sudah dicoba berjam-jam");

    Desktop rina = desks.of(Role.SUPERVISOR);
    rina.open("/console/tidak-sampai");
    rina.page.getByLabel("Pilih semua").check();
    rina.page.getByText("Buang yang dipilih").click();
    rina.button("Ya, buang").click();
    assertThat(rina.page.locator("main")).containsText("Tidak ada. Semua sampai.");

    Locator reply = dimas.page.locator(".bubble.staff");
    assertThat(reply).containsText("Tidak sampai: dibuang, tidak dikirim lagi oleh supervisor");
    assertThat(dimas.button("Kirim lagi")).hasCount(0);
    dimas.shoot("undelivered-dropped");
    dimas.button("Tulis lagi").click();
    assertThat(dimas.page.getByLabel("Balas sebagai")).hasValue(WORDS);
    rina.open("/console/percakapan/" + talk);
    assertThat(rina.page.locator(".unsent")).containsText("oleh supervisor");
    assertThat(rina.button("Tulis lagi")).hasCount(0);
  }

  @Test
  void whoeverGivesUpWhatAColleagueHasGivenUpIsToldSo() {
    talk("halo", 7);
    office.letters.put("k1/1-0", who, office.clock.instant(), WORDS, "given up: 500");
    office.letters.put("k1/2-0", who, office.clock.instant(), WORDS, "given up: 500");
    Desktop rina = desks.of(Role.SUPERVISOR);
    rina.open("/console/tidak-sampai");
    rina.page.getByLabel("Pilih semua").check();
    office.letters.drop("k1/1-0").await();
    rina.page.getByText("Buang yang dipilih").click();
    rina.button("Ya, buang").click();
    assertThat(rina.page.locator("main .card").first()).containsText("Sebagian sudah tidak ada");
    assertThat(office.letters.all).isEmpty();
  }

  @Test
  void theSupervisorsPartsStandInOneRowAndTheOthersAreAClickAway() {
    office.letters.put("k1/1-0", null, office.clock.instant(), "", "unreadable by this program");
    Desktop rina = desks.of(Role.SUPERVISOR);
    rina.open("/console/tunggu");
    assertThat(rina.page.locator("nav .many")).hasText("1");
    assertThat(rina.page.locator(".bar").boundingBox().height).isLessThan(60);
    assertThat(rina.link("Siaran")).hasCount(0);
    rina.page.getByText("Lainnya").click();
    rina.shoot("parts");
    rina.link("Siaran").click();
    assertThat(rina.page.locator("summary.here")).hasText("Lainnya");
    Desktop dimas = desks.of(Role.OFFICER);
    dimas.open("/console/tunggu");
    assertThat(dimas.link("ADD")).isVisible();
    assertThat(dimas.page.locator("nav .many")).hasCount(0);
  }

  @Test
  void whoMayReadConversationsIsLedToThem() {
    long talk = talk("apa kabar", 3);
    office.letters.put("k1/1-0", who, office.clock.instant(), WORDS, "blocked");
    Desktop rina = desks.of(Role.SUPERVISOR);
    rina.open("/console/tidak-sampai");
    rina.link("Percakapan " + talk).click();
    assertThat(rina.page.locator(".unsent")).hasCount(1);
    assertThat(rina.button("Kirim lagi")).hasCount(0);
  }

  @Test
  void fromAConversationOnlyItsOwnIsSentAgain() {
    talk("halo", 4);
    office.letters.put("k1/1-0", who, office.clock.instant(), WORDS, "blocked");
    long other = talk("halo juga", 5);
    office.post(
        "/console/percakapan/" + other + "/ulang", "letter=k1%2F1-0", office.in(Role.OFFICER));
    assertThat(office.letters.again).isEmpty();
  }

  private void takeOver(long talk) {
    new Takeovers(office.database, Office.KEY, office.clock, office.content.rules().zone())
        .takeOver("officer", talk)
        .await();
  }

  /// The conversation after something was said in it.
  private long talk(String said, int person) {
    who = new ConversationId("telegram", "628" + person);
    var entry = new JournalEntry("e", office.clock.instant(), said, "", "", null, 0);
    var line = new Journal.Line(who, EffectId.of(who, 1, 0), entry);
    new PostgresJournal(office.database, Office.KEY).write(List.of(line)).await();
    var known = new Correspondents(office.database, Office.KEY).known(List.of(who)).await();
    return Objects.requireNonNull(known.get(who)).talk();
  }

  private long audited(String officer, String act) {
    return office
        .database
        .transact(
            handle ->
                handle
                    .createQuery(
                        "select count(*) from audit where officer = :officer and act = :act")
                    .bind("officer", officer)
                    .bind("act", act)
                    .mapTo(Long.class)
                    .one())
        .await();
  }
}
