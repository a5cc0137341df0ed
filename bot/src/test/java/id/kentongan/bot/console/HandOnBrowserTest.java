package id.kentongan.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.contract.Forms;
import id.kentongan.integrations.postgres.accounts.Role;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Work that goes from one officer to another: a conversation that is handed on, somebody who waits
/// and is given to a colleague; and the matters that a conversation leads to.
@Timeout(240)
class HandOnBrowserTest {
  @RegisterExtension static final Desks desks = new Desks();
  private final Office office = desks.office;

  @Test
  void aConversationLeadsToItsMattersAndGoesToAColleague() {
    long talk = enrolled("3510170302880021");
    Desktop dimas = desks.of(Role.OFFICER);
    dimas.open("/console/percakapan/" + talk);
    assertThat(dimas.page.getByLabel("Serahkan kepada rekan")).hasCount(0);
    dimas.button("Ambil percakapan").click();
    dimas.shoot("hand-on");
    dimas.link("DFT-").click();
    assertThat(dimas.page).hasURL(Pattern.compile(".*/console/pendaftaran/DFT-.*"));
    dimas.page.goBack();
    dimas.page.getByLabel("Serahkan kepada rekan").selectOption("supervisor");
    dimas.button("Serahkan").click();
    assertThat(dimas.page.locator("main")).containsText("Percakapan ini dipegang supervisor");
    assertThat(dimas.page.getByLabel("Balas sebagai")).hasCount(0);

    Desktop rina = desks.of(Role.SUPERVISOR);
    rina.open("/console/tunggu?punya=saya");
    rina.link("TKT-").first().click();
    assertThat(rina.page.getByLabel("Balas sebagai Mas supervisor")).isVisible();
    assertThat(texts("select act from audit where officer = 'officer' and matter = 'talk/" + talk))
        .contains("hand on to supervisor");
    assertThat(count("select count(*) from notices where done is null and talk = " + talk))
        .as("the person is told both names")
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void itGoesToNobodyWhoIsNotThereOrDoesNotSpeakWithPeople() {
    long talk = enrolled("3510170302880022");
    office.post("/console/percakapan/" + talk + "/ambil", "x=1", office.in(Role.OFFICER));
    assertThat(handOn(talk, "editor").body()).contains("pilih rekan yang sedang di tempat");
    assertThat(handOn(talk, "officer").statusCode()).isEqualTo(409);
    office.post("/console/sandi/absen", "until=2026-11-25", office.in(Role.SUPERVISOR));
    assertThat(handOn(talk, "supervisor").statusCode()).isEqualTo(409);
    office.post("/console/sandi/absen", "until=", office.in(Role.SUPERVISOR));
    assertThat(holder(talk)).isEqualTo("officer");
  }

  @Test
  void onlyWhoHasItHandsItOn() {
    long talk = enrolled("3510170302880023");
    office.post("/console/percakapan/" + talk + "/ambil", "x=1", office.in(Role.SUPERVISOR));
    assertThat(handOn(talk, "supervisor").statusCode()).isEqualTo(409);
    office.add("dewi", Role.OFFICER);
    HttpResponse<String> reached = handOn(talk, "dewi");
    assertThat(reached.statusCode()).isEqualTo(409);
    assertThat(reached.body()).contains("dipegang supervisor");
    assertThat(holder(talk)).isEqualTo("supervisor");
  }

  @Test
  void whoGivesAWaitingPersonToAColleagueIsToldWhatCameOfIt() {
    long talk = enrolled("3510170302880024");
    office
        .database
        .transact(
            handle ->
                handle.execute(
                    """
                    insert into tickets (number, talk, topic, words, state, until, made, state_since)
                    values ('TKT-2026-900001', ?, 'human', '', 'WAITING', now(), now(), now())
                    """,
                    talk))
        .await();
    Desktop rina = desks.of(Role.SUPERVISOR);
    rina.open("/console/tunggu");
    var to = rina.page.getByLabel("Petugas untuk TKT-2026-900001");
    to.selectOption("officer");
    to.locator("xpath=..").getByRole(AriaRole.BUTTON).click();
    assertThat(rina.page.getByRole(AriaRole.STATUS)).containsText("Sudah ditugaskan");
    String act = "/console/tunggu/TKT-2026-900001/untuk";
    office.post("/console/percakapan/" + talk + "/ambil", "x=1", office.in(Role.OFFICER));
    var late = office.post(act, "to=supervisor", office.in(Role.SUPERVISOR));
    assertThat(late.headers().firstValue("Location")).contains("/console/tunggu?hasil=NO");
    rina.open("/console/tunggu?hasil=NO");
    assertThat(rina.page.getByRole(AriaRole.ALERT)).containsText("sudah diambil rekan");
  }

  @Test
  void whatNeedsASecondOfficerIsFoundByThatOfficer() {
    office.post("/console/data/1/hapus", "sure=HAPUS", office.in(Role.OFFICER));
    Desktop dimas = desks.of(Role.OFFICER);
    dimas.open("/console/tunggu");
    assertThat(dimas.page.locator("main")).containsText("sudah diputuskan Anda");
    Desktop rina = desks.of(Role.SUPERVISOR);
    rina.open("/console/tunggu");
    assertThat(rina.page.locator("main")).containsText("Perlu petugas kedua");
    rina.shoot("second");
    rina.link("data orang 1").click();
    rina.page.getByLabel("Ketik HAPUS").fill("HAPUS");
    rina.button("Hapus data").click();
    assertThat(rina.page.locator("main")).containsText("Sudah dihapus");
    rina.open("/console/tunggu");
    assertThat(rina.page.locator("main")).not().containsText("Perlu petugas kedua");
    assertThat(MatterAddress.of("JKM-2026-000001")).isEqualTo("/klaim/JKM-2026-000001");
  }

  private HttpResponse<String> handOn(long talk, String to) {
    String address = "/console/percakapan/" + talk + "/serahkan";
    return office.post(address, "to=" + to, office.in(Role.OFFICER));
  }

  private String holder(long talk) {
    return texts("select officer from tickets where state = 'TAKEN' and talk = '" + talk)
        .getFirst();
  }

  private List<String> texts(String query) {
    return office
        .database
        .transact(handle -> handle.createQuery(query + '\'').mapTo(String.class).list())
        .await();
  }

  private long count(String query) {
    return office
        .database
        .transact(handle -> handle.createQuery(query).mapTo(Long.class).one())
        .await();
  }

  /// The conversation of somebody who enrolled in it.
  private long enrolled(String nik) {
    var who = new ConversationId("telegram", nik.substring(8));
    var form = new Effect.SubmitEnrollment(Forms.enrolment(new Nik(nik)));
    office.records().ask(who, EffectId.of(who, 1, 0), form).await();
    return count("select max(talk) from enrolments");
  }
}
