package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.integrations.postgres.accounts.Role;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What officers write beside a decision is not sent where it is too long to arrive.
@Timeout(240)
class SentWordsTest {
  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void whatTellsAnAgentOfAnEnrolmentHasTheLengthOfAReply() {
    sql(
        "update agents set talk = (select min(id) from talks) where id = (select min(id) from"
            + " agents)");
    sql(
        "update enrolments set talk = null, state = 'CHECKING', agent = (select min(id) from"
            + " agents)");
    String number = text("select min(number) from enrolments");
    String form = "state=RETURNED&words=" + "kata+".repeat(400);
    var answer = office.post("/console/pendaftaran/" + number + "/pindah", form, officer());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("terlalu panjang: paling banyak 1.500 huruf");
    assertThat(text("select state from enrolments where number = '" + number + "'"))
        .isEqualTo("CHECKING");
  }

  @Test
  void whyAListIsRefusedFitsTheTemplate() {
    sql(
        """
        insert into sponsorships (number, agent, village, programmes, months, people, total, state,
          state_since, made)
        select 'ADD-2026-000001', min(id), '35.10.04.2005', 'JKK,JKM', 3, 2, 100800, 'WAITING',
          now(), now() from agents
        """);
    sql("update sponsorships set renews = number");
    assertThat(refused(701)).contains("Alasannya terlalu panjang");
    assertThat(text("select state from sponsorships")).isEqualTo("WAITING");
    assertThat(refused(700)).contains("Sudah diputuskan");
    assertThat(text("select state from sponsorships")).isEqualTo("REFUSED");
  }

  private String refused(int length) {
    String path = "/console/add/ADD-2026-000001";
    HttpResponse<String> answer =
        office.post(path + "/tolak", "words=" + "a".repeat(length), officer());
    return office.get(answer.headers().firstValue("Location").orElse(path), officer()).body();
  }

  private String officer() {
    return office.in(Role.OFFICER);
  }

  private void sql(String statement) {
    office.database.transact(handle -> handle.execute(statement)).await();
  }

  private String text(String query) {
    return office
        .database
        .transact(handle -> handle.createQuery(query).mapTo(String.class).one())
        .await();
  }
}
