package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.postgres.accounts.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BroadcastPageTest {
  private static final String FORM =
      "title=Kantor+tutup&text=Senin+kantor+cabang+tutup.&village=&membership=ANY&occupation="
          + "&language=&channel=&pace=60";

  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void whatIsStartedAtNightIsSaidToWaitAndUntilWhen() {
    somebodyWantsNews();
    office.clock.advance(Duration.ofHours(13));
    String path = written();
    assertThat(page(path)).contains("Sekarang di luar jam kabar", "sampai 21 Nov 2026 08.00");
    office.post(path + "/mulai", "x=1", office.in(Role.SUPERVISOR));
    assertThat(page(path)).contains("mulai dikirim 21 Nov 2026 08.00");
  }

  @Test
  void byDayNothingWaits() {
    somebodyWantsNews();
    assertThat(page(written())).contains("Mulai untuk 1 orang").doesNotContain("jam kabar");
  }

  @Test
  void whoMayNotReadConversationsIsNotShownWhoGotIt() {
    somebodyWantsNews();
    String path = written();
    office.post(path + "/mulai", "x=1", office.in(Role.SUPERVISOR));
    String person = "href=\"/console/percakapan/";
    assertThat(page(path)).contains(person);
    assertThat(office.get(path, office.in(Role.EDITOR)).body())
        .contains("menunggu giliran")
        .doesNotContain(person, "Orang demi orang", "?keadaan=");
  }

  @Test
  void itIsShownWithTheButtonThatPeopleGet() {
    somebodyWantsNews();
    assertThat(page(written())).contains("<span>Stop kabar</span>");
  }

  @Test
  void whoStoppedItIsSeen() {
    somebodyWantsNews();
    String path = written();
    office.post(path + "/mulai", "x=1", office.in(Role.SUPERVISOR));
    office.post(path + "/henti", "x=1", office.in(Role.EDITOR));
    assertThat(page(path))
        .containsPattern("Dihentikan [^,]+, 20 Nov 2026")
        .doesNotContain("Berakhir");
  }

  private String page(String path) {
    return office.get(path, office.in(Role.SUPERVISOR)).body();
  }

  private String written() {
    HttpResponse<String> written = office.post("/console/siaran", FORM, office.in(Role.EDITOR));
    return written.headers().firstValue("Location").orElseThrow();
  }

  private void somebodyWantsNews() {
    var who = new ConversationId("telegram", "4711");
    office.records().tell(who, EffectId.of(who, 1, 0), new Effect.SetNews(true, "1")).await();
  }
}
