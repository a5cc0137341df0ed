package id.kentongan.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.JournalEntry;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.contract.Forms;
import id.kentongan.integrations.postgres.accounts.Role;
import id.kentongan.integrations.postgres.journal.PostgresJournal;
import id.kentongan.integrations.postgres.officers.Correspondents;
import id.kentongan.integrations.postgres.officers.Takeovers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// People on WhatsApp who were silent for more than 24 hours: officers are told what reaches them
/// and what does not, and what would not arrive is not sent.
@Timeout(240)
class SilentBrowserTest {
  @RegisterExtension static final Desks desks = new Desks();
  @RegisterExtension static final Desks approved = new Desks(Office.withTemplate());

  @Test
  void aMatterMovesButNobodyIsToldWithoutATemplate() {
    Desktop dimas = desks.of(Role.OFFICER);
    dimas.open("/console/pendaftaran/" + enrolled(desks.office, "3510170302880001", 25));
    assertThat(dimas.page.locator("main")).containsText("belum bisa diberi tahu");
    assertThat(dimas.page.locator("main")).not().containsText("Tanyakan");
    dimas.shoot("silent-matter");
    dimas.page.getByLabel("Tambahan dengan kata sendiri").fill("Mohon sabar.");
    dimas.button("Terima").click();
    assertThat(status(dimas)).containsText("orangnya belum diberi tahu");
    assertThat(status(dimas)).containsText("telepon");
  }

  @Test
  void aPaymentIsDecidedAndTheOfficerIsToldThatNobodyElseIs() {
    enrolled(desks.office, "3510170302880008", 25);
    desks
        .office
        .database
        .transact(
            handle ->
                handle.execute(
                    """
                    insert into payments (id, number, digest, payer_blind, amount, paid_at, channel,
                      state, state_since, reason, enrolment, person)
                    select 'p', 'BYR-2026-000009', '', '', 1000, now(), 'X', 'REVIEW', now(),
                      'PARTIAL', number, person from enrolments where talk = (select max(talk)
                      from enrolments)
                    """))
        .await();
    Desktop dimas = desks.of(Role.OFFICER);
    dimas.open("/console/pembayaran/BYR-2026-000009");
    assertThat(dimas.page.locator("main")).containsText("belum bisa diberi tahu");
    dimas.button("Kembalikan uangnya").click();
    Desktop ayu = desks.of(Role.SUPERVISOR);
    ayu.open("/console/pembayaran/BYR-2026-000009");
    ayu.button("Kembalikan uangnya").click();
    assertThat(status(ayu)).containsText("orangnya belum diberi tahu");
  }

  @Test
  void manyAreTakenButWhoIsSilentIsNamed() {
    enrolled(desks.office, "3510170302880002", 25);
    enrolled(desks.office, "3510170302880003", 1);
    Desktop dimas = desks.of(Role.OFFICER);
    dimas.open("/console/pendaftaran?keadaan=checking");
    int all = dimas.page.locator("input[name=number]").count();
    dimas.page.getByLabel("Pilih semua").check();
    dimas.button("Terima yang dipilih").click();
    assertThat(status(dimas)).containsText(all + " pendaftaran diterima");
    assertThat(status(dimas)).containsText("kecuali");
  }

  @Test
  void whoTappedWithinTheDayIsTold() {
    Desktop dimas = desks.of(Role.OFFICER);
    dimas.open("/console/pendaftaran/" + enrolled(desks.office, "3510170302880004", 23));
    dimas.button("Terima").click();
    assertThat(status(dimas)).containsText("dan orangnya diberi tahu.");
  }

  @Test
  void aReplyThatDoesNotReachStaysInItsPlace() {
    long talk = held(desks.office, "3510170302880005");
    Desktop dimas = desks.of(Role.OFFICER);
    dimas.open("/console/percakapan/" + talk);
    words(dimas).fill("Selamat pagi, berkasnya sudah lengkap.");
    dimas.button("Kirim").click();
    assertThat(dimas.page.getByRole(AriaRole.ALERT)).containsText("Belum dikirim");
    assertThat(words(dimas)).hasValue("Selamat pagi, berkasnya sudah lengkap.");
    assertThat(words(dimas)).isFocused();
    dimas.shoot("silent-talk");
    assertThat(lines(desks.office, talk)).isZero();
  }

  @Test
  void whoFellSilentWhileAPageWasOpenIsSentNoFileAndAskedNothing() {
    String number = enrolled(desks.office, "3510170302880010", 1);
    long talk = count(desks.office, "select max(talk) from enrolments");
    takenOver(desks.office, talk);
    Desktop dimas = desks.of(Role.OFFICER);
    dimas.open("/console/percakapan/" + talk);
    Desktop ayu = desks.of(Role.SUPERVISOR);
    ayu.open("/console/pendaftaran/" + number);
    silent(desks.office, talk);

    var paper = new FilePayload("kk.jpg", "image/jpeg", Photographs.jpeg(90, 60));
    dimas.page.getByLabel("Kirim foto atau PDF").setInputFiles(paper);
    dimas.button("Kirim berkas").click();
    assertThat(dimas.page.getByRole(AriaRole.ALERT)).containsText("Berkasnya belum dikirim");
    assertThat(lines(desks.office, talk)).isZero();
    ayu.page.locator("button[name=field]").first().click();
    assertThat(ayu.page.getByRole(AriaRole.ALERT)).containsText("Belum bisa ditanyakan");
    assertThat(count(desks.office, "select count(*) from queries")).isZero();
  }

  @Test
  void whoBlockedUsHearsOfNoDecisionUntilTheyWriteAgain() {
    String number = enrolled(desks.office, "3510170302880011", 1);
    long talk = count(desks.office, "select max(talk) from enrolments");
    Desktop dimas = desks.of(Role.OFFICER);
    dimas.open("/console/pendaftaran/" + number);
    said(desks.office, talk, "(Left)");
    dimas.page.locator("button[name=field]").first().click();
    assertThat(dimas.page.getByRole(AriaRole.ALERT)).containsText("ia memblokir Kentongan");
    assertThat(dimas.page.locator("main .state")).containsText("ia memblokir Kentongan");
    assertThat(dimas.page.locator("main")).not().containsText("Tanyakan");
    dimas.shoot("gone-matter");
    dimas.button("Terima").click();
    assertThat(status(dimas)).containsText("orangnya belum diberi tahu: ia memblokir Kentongan");
    said(desks.office, talk, "saya kembali");
    dimas.page.reload();
    assertThat(status(dimas)).containsText("dan orangnya diberi tahu");
  }

  private static void said(Office office, long talk, String said) {
    ConversationId who =
        new Correspondents(office.database, Office.KEY).who(talk).await().orElseThrow();
    var now = new JournalEntry("e", office.clock.instant(), said, "", "", null, 0);
    var line = new Journal.Line(who, EffectId.of(who, said.length(), 1), now);
    new PostgresJournal(office.database, Office.KEY).write(List.of(line)).await();
    office.clock.advance(Duration.ofSeconds(1));
  }

  private static void silent(Office office, long talk) {
    String statement = "update journal set at = at - interval '1 day' where talk = " + talk;
    office.database.transact(handle -> handle.execute(statement)).await();
  }

  @Test
  void byTheTemplateAMatterIsToldAndALongReplyIsNotLost() {
    Desktop dimas = approved.of(Role.OFFICER);
    dimas.open("/console/pendaftaran/" + enrolled(approved.office, "3510170302880006", 25));
    dimas.page.getByLabel("Tambahan dengan kata sendiri").fill("panjang ".repeat(130));
    dimas.button("Terima").click();
    assertThat(dimas.page.getByRole(AriaRole.ALERT)).containsText("terlalu panjang");
    dimas.page.getByLabel("Tambahan dengan kata sendiri").fill("Terima kasih.");
    dimas.button("Terima").click();
    assertThat(status(dimas)).containsText("diberi tahu dengan templat");

    long talk = held(approved.office, "3510170302880007");
    dimas.open("/console/percakapan/" + talk);
    String words = "kata ".repeat(201).strip();
    words(dimas).fill(words);
    dimas.button("Kirim").click();
    assertThat(dimas.page.getByRole(AriaRole.ALERT)).containsText("panjangnya 1.004 huruf");
    assertThat(words(dimas)).hasValue(words);
    dimas.shoot("silent-long");
    assertThat(lines(approved.office, talk)).isZero();
    words(dimas).fill("kata ".repeat(200).strip());
    dimas.button("Kirim").click();
    assertThat(words(dimas)).hasValue("");
    assertThat(lines(approved.office, talk)).isOne();
  }

  private static Locator words(Desktop officer) {
    return officer.page.getByLabel("Balas sebagai");
  }

  private static Locator status(Desktop officer) {
    return officer.page.locator(".card[role=status]");
  }

  private static long lines(Office office, long talk) {
    return count(office, "select count(*) from officer_lines where talk = " + talk);
  }

  private static long count(Office office, String query) {
    return office
        .database
        .transact(handle -> handle.createQuery(query).mapTo(Long.class).one())
        .await();
  }

  /// An enrolment to be checked, by whoever tapped a button so many hours ago and wrote nothing;
  /// its number.
  private static String enrolled(Office office, String nik, int hours) {
    var who = new ConversationId("whatsapp", "62812" + nik.substring(8));
    office
        .records()
        .ask(
            who, EffectId.of(who, 1, 0), new Effect.SubmitEnrollment(Forms.enrolment(new Nik(nik))))
        .await();
    var at = office.clock.instant().minus(Duration.ofHours(hours));
    var tap = new JournalEntry("e", at, "[menu]", "Ada yang bisa dibantu?", "", null, 0);
    var line = new Journal.Line(who, EffectId.of(who, 2, 0), tap);
    new PostgresJournal(office.database, Office.KEY).write(List.of(line)).await();
    return office
        .database
        .transact(
            handle ->
                handle
                    .createQuery(
                        """
                        update enrolments set state = 'CHECKING'
                        where talk = (select max(talk) from enrolments) returning number
                        """)
                    .mapTo(String.class)
                    .one())
        .await();
  }

  /// The conversation of somebody silent, which the officer has.
  private static long held(Office office, String nik) {
    enrolled(office, nik, 25);
    long talk = count(office, "select max(talk) from enrolments");
    takenOver(office, talk);
    return talk;
  }

  private static void takenOver(Office office, long talk) {
    new Takeovers(office.database, Office.KEY, office.clock, office.content.rules().zone())
        .takeOver("officer", talk)
        .await();
  }
}
