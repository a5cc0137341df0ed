package id.kentongan.integrations.core;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static id.kentongan.integrations.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import id.kentongan.dialogs.talk.Answer.Standing;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.Core.Decision;
import id.kentongan.integrations.channel.Answer;
import id.kentongan.integrations.contract.Forms;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The core over HTTP, with a core that answers, refuses, is slow, breaks, cuts and babbles.
class HttpCoreTest {
  private static final String ENROLL = "/v1/enrollments";
  private static final String SEARCH = "/v1/members/search";
  private static final Nik NIK = new Nik("3510171708850003");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @RegisterExtension
  static final WireMockExtension CORE =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private final Vertx vertx = Vertx.vertx();
  private HttpCore core =
      new HttpCore(vertx, CoreAccess.of(URI.create("http://localhost"), Optional.empty()));

  @BeforeEach
  void connect() {
    connect(Answer.PATIENT);
  }

  private void connect(Duration patience) {
    var access =
        new CoreAccess(
            URI.create(CORE.baseUrl()), Optional.of("k3y"), patience, 3, Duration.ofSeconds(30));
    core = new HttpCore(vertx, access);
  }

  @AfterEach
  void close() {
    core.close();
    await(vertx.close());
  }

  @Test
  void enrollsWithTheKeyAndTheBodyOfTheContract() {
    CORE.stubFor(
        post(ENROLL).willReturn(okJson("{\"reference\":\"R-1\",\"paymentCode\":\"P-9\"}")));
    assertThat(await(core.enroll("telegram:1/2/0", Forms.enrolment(NIK))))
        .isEqualTo(new Decision.Taken("R-1", "P-9"));
    CORE.verify(
        postRequestedFor(urlEqualTo(ENROLL))
            .withHeader("Authorization", equalTo("Bearer k3y"))
            .withRequestBody(matchingJsonPath("$.person.nik", equalTo(NIK.digits())))
            .withRequestBody(matchingJsonPath("$.plan.firstMonth")));
  }

  @Test
  void triesAgainUnderTheSameKeyUntilItAnswers() {
    CORE.stubFor(
        post(ENROLL)
            .inScenario("recovers")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(aResponse().withStatus(503))
            .willSetStateTo("up"));
    CORE.stubFor(
        post(ENROLL)
            .inScenario("recovers")
            .whenScenarioStateIs("up")
            .willReturn(okJson("{\"reference\":\"R-1\"}")));
    assertThat(await(core.enroll("k", Forms.enrolment(NIK))))
        .isEqualTo(new Decision.Taken("R-1", null));
    Set<String> keys =
        CORE.findAll(postRequestedFor(urlEqualTo(ENROLL))).stream()
            .map(r -> r.getHeader("Idempotency-Key"))
            .collect(Collectors.toSet());
    assertThat(keys).hasSize(1).allMatch(k -> k.matches("[0-9a-f]{32}"));
  }

  @Test
  void looksAnewEachTimeByAKeyThatTellsNothing() {
    CORE.stubFor(post(SEARCH).willReturn(aResponse().withStatus(404)));
    for (int i = 0; i < 2; i++) {
      assertThat(await(core.member(NIK, DAY))).isEmpty();
    }
    List<String> keys =
        CORE.findAll(postRequestedFor(urlEqualTo(SEARCH))).stream()
            .map(r -> r.getHeader("Idempotency-Key"))
            .toList();
    assertThat(keys).hasSize(2).doesNotHaveDuplicates().allMatch(k -> k.matches("[0-9a-f]{32}"));
  }

  @Test
  void tellsRefusalsByReasonsThatHaveWords() {
    assertThat(decision(aResponse().withStatus(409)))
        .isEqualTo(new Decision.Refused("already-member"));
    assertThat(decision(aResponse().withStatus(422).withBody("{\"reason\":\"already-member\"}")))
        .isEqualTo(new Decision.Refused("already-member"));
    assertThat(decision(aResponse().withStatus(422).withBody("{\"reason\":\"<script>\"}")))
        .isEqualTo(new Decision.Refused("not-accepted"));
  }

  @Test
  void failsForWhatIsNoAnswerAndNamesNobody() {
    assertThat(failure(aResponse().withFixedDelay(2000), Answer.HASTY))
        .doesNotContain(NIK.digits());
    assertThat(failure(aResponse().withStatus(500))).contains("500");
    assertThat(failure(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))).isNotEmpty();
    assertThat(failure(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK))).isNotEmpty();
  }

  @Test
  void anAnswerWithoutMeasureIsNotReadToItsEnd() {
    assertThat(failure(aResponse().withBody("x".repeat(300 << 10)))).contains("too large");
  }

  @Test
  void takesAnAnswerOutsideTheContractAsNone() {
    String name = "Budi Rahasia";
    assertThat(failure(aResponse().withBody("{\"name\":\"" + name + "\"}")))
        .contains("docs/core-api.yaml")
        .doesNotContain(name);
    assertThat(failure(aResponse().withBody("<html>502</html>"))).contains("docs/core-api.yaml");
    assertThat(failure(aResponse().withStatus(302).withHeader("Location", "http://x.invalid")))
        .contains("302");
  }

  @Test
  void stopsAskingWhileTheCoreIsDown() {
    CORE.stubFor(post(ENROLL).willReturn(aResponse().withStatus(500)));
    for (int i = 0; i < 6; i++) {
      assertThat(await(core.enroll("k" + i, Forms.enrolment(NIK)).otherwiseEmpty())).isNull();
    }
    int asked = CORE.findAll(postRequestedFor(urlEqualTo(ENROLL))).size();
    assertThat(asked).isBetween(5, 6);
  }

  @Test
  void findsAMembershipWithoutTheNikInTheAddress() {
    CORE.stubFor(
        post(SEARCH)
            .willReturn(
                okJson(
                    """
                    {"reference":"M-1","name":"Slamet","birthDate":"1985-08-17","membership":
                     {"standing":"in-arrears","kpj":"12345678901","programmes":["JKK","JKM"],
                      "paidUntil":"2026-09"}}
                    """)));
    var member = await(core.member(NIK, DAY)).orElseThrow();
    assertThat(member.membership().standing()).isEqualTo(Standing.IN_ARREARS);
    assertThat(member.membership().programmes()).hasSize(2);
    assertThat(CORE.getAllServeEvents())
        .allSatisfy(e -> assertThat(e.getRequest().getUrl()).doesNotContain(NIK.digits()));
    CORE.stubFor(post(SEARCH).willReturn(aResponse().withStatus(404)));
    assertThat(await(core.member(NIK, DAY))).isEmpty();
  }

  private Decision decision(ResponseDefinitionBuilder answer) {
    CORE.stubFor(post(ENROLL).willReturn(answer));
    return await(core.enroll("k", Forms.enrolment(NIK)));
  }

  private String failure(ResponseDefinitionBuilder answer) {
    return failure(answer, Answer.PATIENT);
  }

  private String failure(ResponseDefinitionBuilder answer, Duration patience) {
    connect(patience);
    CORE.stubFor(post(ENROLL).willReturn(answer));
    var failed = new String[1];
    await(
        core.enroll("k", Forms.enrolment(NIK))
            .onFailure(e -> failed[0] = String.valueOf(e.getMessage()))
            .otherwiseEmpty());
    assertThat(failed[0]).as("the request must fail").isNotNull();
    return failed[0];
  }
}
