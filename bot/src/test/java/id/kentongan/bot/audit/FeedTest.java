package id.kentongan.bot.audit;

import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import id.kentongan.bot.Refused;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedTest {
  private static final String OLD = "pkg:maven/io.netty/netty-codec-http@4.1.0";
  private static final String NEW = "pkg:maven/io.netty/netty-common@4.2.18.Final";

  private final WireMockServer osv =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

  @BeforeEach
  void open() {
    osv.start();
  }

  @AfterEach
  void close() {
    osv.stop();
  }

  @Test
  void namesThePartsWithKnownFaults() {
    osv.stubFor(
        post("/v1/querybatch")
            .withRequestBody(matchingJsonPath("$.queries[0].package.purl"))
            .willReturn(
                okJson(
                    "{\"results\":[{\"vulns\":[{\"id\":\"GHSA-2\"},{\"id\":\"GHSA-1\"}]},{}]}")));

    assertThat(feed().faults(List.of(OLD, NEW)))
        .isEqualTo(Map.of(OLD, List.of("GHSA-1", "GHSA-2")));
  }

  @Test
  void saysThatNothingIsKnownWhereTheFeedCannotBeAsked() {
    osv.stubFor(post("/v1/querybatch").willReturn(serverError()));
    assertThatThrownBy(() -> feed().faults(List.of(OLD)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Nothing is known")
        .hasMessageContaining("500");
    osv.stubFor(post("/v1/querybatch").willReturn(okJson("{\"results\":[]}")));
    assertThatThrownBy(() -> feed().faults(List.of(OLD))).isInstanceOf(Refused.class);
    Feed gone = feed();
    osv.stop();
    assertThatThrownBy(() -> gone.faults(List.of(OLD))).isInstanceOf(Refused.class);
  }

  @Test
  void readsTheListThatTheBuildLeft(@TempDir Path folder) throws IOException {
    Path bom = folder.resolve("bom.json");
    assertThatThrownBy(() -> Parts.of(bom)).isInstanceOf(Refused.class);
    Files.writeString(
        bom,
        "{\"components\":[{\"purl\":\"%s?type=jar\"},{\"purl\":\"pkg:maven/id.kentongan/x@1\"}]}"
            .formatted(NEW));
    assertThat(Parts.of(bom)).containsExactly(NEW);
  }

  private Feed feed() {
    return new Feed(URI.create(osv.baseUrl() + "/v1/querybatch"));
  }
}
