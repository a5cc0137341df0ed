package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.postgres.accounts.Role;
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
}
