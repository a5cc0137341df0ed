package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.postgres.accounts.Role;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TalkPageTest {
  private static final String TALK = "/console/percakapan/1";

  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void whatIsWrittenIntoAConversationOfAColleaguesIsShownToItsWriter() {
    office.post(TALK + "/ambil", "x=1", office.in(Role.SUPERVISOR));
    var said = office.post(TALK + "/balas", "words=halo+pak", office.in(Role.OFFICER));
    assertThat(said.statusCode()).isEqualTo(409);
    assertThat(said.body()).contains("Belum dikirim", "halo pak");
  }

  @Test
  void whoReachesForAConversationOfAColleaguesSeesWhoHasIt() {
    office.post(TALK + "/ambil", "x=1", office.in(Role.SUPERVISOR));
    var taken = office.post(TALK + "/ambil", "x=1", office.in(Role.OFFICER));
    assertThat(taken.statusCode()).isEqualTo(409);
    assertThat(taken.body()).contains("dipegang supervisor");
  }

  @Test
  void theWordsOfAFileThatIsRefusedStayInTheirPlace() {
    office.post(TALK + "/ambil", "x=1", office.in(Role.OFFICER));
    for (String bytes : List.of("", "this is no picture", "x".repeat(OneFile.LARGEST + 1))) {
      var refused = sent(bytes, office.in(Role.OFFICER));
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("value=\"Ini formulirnya\"", "role=\"alert\"");
    }
    var lost = sent("this is no picture", office.in(Role.SUPERVISOR));
    assertThat(lost.statusCode()).isEqualTo(400);
    assertThat(lost.body()).contains("Ini formulirnya");
  }

  private HttpResponse<String> sent(String bytes, String token) {
    String form =
        """
        --x\r
        Content-Disposition: form-data; name="csrf"\r
        \r
        %s\r
        --x\r
        Content-Disposition: form-data; name="words"\r
        \r
        Ini formulirnya\r
        --x\r
        Content-Disposition: form-data; name="file"; filename="a.png"\r
        Content-Type: image/png\r
        \r
        %s\r
        --x--\r
        """
            .formatted(new Keys(Office.KEY, false).csrf(token), bytes);
    return Office.send(
        office
            .request(TALK + "/kirim", token)
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(BodyPublishers.ofString(form)));
  }

  @Test
  void aFormThatIsTappedTwiceWithoutScriptsIsSentOnce() {
    String token = office.in(Role.OFFICER);
    office.post(TALK + "/ambil", "x=1", token);
    String form = "words=sudah+kami+terima&csrf=" + formOf(office.get(TALK, token).body());
    var first = office.bare(TALK + "/balas", form, token);
    var second = office.bare(TALK + "/balas", form, token);
    assertThat(second.statusCode()).isEqualTo(303).isEqualTo(first.statusCode());
    assertThat(second.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(said()).isEqualTo(1);
    office.bare(TALK + "/balas", form.replace("terima", "catat"), token);
    assertThat(said()).as("other words").isEqualTo(2);
    String anew = "words=sudah+kami+terima&csrf=" + formOf(office.get(TALK, token).body());
    office.bare(TALK + "/balas", anew, token);
    assertThat(said()).as("the page opened anew").isEqualTo(3);
    office.clock.advance(Duration.ofMinutes(1));
    office.bare(TALK + "/balas", anew, token);
    assertThat(said()).as("much later").isEqualTo(4);
  }

  @Test
  void aSecondTapAtAnotherNodeIsLedToWhereTheFirstEnded() {
    String token = office.in(Role.OFFICER);
    office.post(TALK + "/ambil", "x=1", token);
    String form = "words=sudah+kami+terima&csrf=" + formOf(office.get(TALK, token).body());
    var first = office.bare(TALK + "/balas", form, token);
    var there =
        HttpRequest.newBuilder(URI.create(office.beside.get() + TALK + "/balas"))
            .header("Cookie", "petugas=" + token)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    var second = Office.send(there);
    assertThat(said()).isEqualTo(1);
    assertThat(second.headers().firstValue("Location"))
        .isPresent()
        .isEqualTo(first.headers().firstValue("Location"));
    office.clock.advance(Duration.ofMinutes(1));
    assertThat(Office.send(there).statusCode()).isEqualTo(303);
    assertThat(said()).as("much later").isEqualTo(2);
  }

  private static String formOf(String page) {
    Matcher csrf = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"").matcher(page);
    assertThat(csrf.find()).isTrue();
    return csrf.group(1);
  }

  private long said() {
    return office
        .database
        .transact(
            handle ->
                handle
                    .createQuery("select count(*) from audit where act = 'say'")
                    .mapTo(Long.class)
                    .one())
        .await();
  }
}
