package id.kentongan.integrations.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OidcProviderTest {
  private final Vertx vertx = Vertx.vertx();
  private final ScriptedProvider script = new ScriptedProvider();
  private final OidcProvider provider = provider(script.issuer(), "kentongan");
  private final OidcAsked asked = OidcAsked.fresh(new SecureRandom());

  @AfterEach
  void close() {
    script.close();
    vertx.close().await();
  }

  private OidcProvider provider(String issuer, String client) {
    var access =
        new OidcAccess(
            issuer,
            client,
            "rahasia:1",
            "https://k.example/console/oidc/kembali",
            "preferred_username");
    return new OidcProvider(vertx, access, InstantSource.system());
  }

  @Test
  void theBrowserIsSentWithAChallengeAndComesBackAsSomebody() {
    String url = provider.authorization(asked).await();
    assertThat(url)
        .startsWith(script.issuer() + "/auth?")
        .contains("response_type=code", "code_challenge_method=S256", "state=" + asked.state())
        .contains("redirect_uri=https%3A%2F%2Fk.example%2Fconsole%2Foidc%2Fkembali")
        .contains("nonce=" + asked.nonce(), "code_challenge=" + s256(asked.verifier()))
        .doesNotContain(asked.verifier());
    visit(url);
    assertThat(provider.identity("c0de", asked).await())
        .isEqualTo(new OidcIdentity("dimas", false));
    var form = script.exchanges.getFirst();
    assertThat(form).containsEntry("code", "c0de").containsEntry("code_verifier", asked.verifier());
    String basic = form.getOrDefault("authorization", "").substring("Basic ".length());
    assertThat(new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8))
        .isEqualTo("kentongan:rahasia%3A1");
  }

  @Test
  void whoGaveMoreThanAPasswordIsKnownByIt() {
    script.claims = Map.of("preferred_username", "dimas", "amr", List.of("pwd", "mfa"));
    visit(provider.authorization(asked).await());
    assertThat(provider.identity("c0de", asked).await().both()).isTrue();
  }

  @Test
  void whatDoesNotFitIsRefused() {
    visit(provider.authorization(asked).await());
    assertRefused("another nonce", provider, OidcAsked.fresh(new SecureRandom()));
    assertRefused("for somebody else", provider(script.issuer(), "lain"), asked);
    script.now = Instant.now().minusSeconds(7200);
    assertRefused("over", provider, asked);
    script.now = Instant.now();
    script.claims = Map.of("email", "dimas@example.org");
    assertRefused("no name", provider, asked);
    script.claims = Map.of("preferred_username", "dimas", "iss", "https://other.example");
    assertRefused("another issuer", provider, asked);
    script.claims = Map.of("preferred_username", "dimas", "azp", "lain");
    assertRefused("made for somebody else", provider, asked);
    script.claims = Map.of("preferred_username", "dimas", "aud", List.of("kentongan", "lain"));
    assertRefused("for us and others, made for nobody", provider, asked);
    script.claims =
        Map.of(
            "preferred_username", "dimas", "aud", List.of("kentongan", "lain"), "azp", "kentongan");
    assertThat(provider.identity("c0de", asked).await().name()).isEqualTo("dimas");
    script.claims = Map.of("preferred_username", "dimas");
    script.token = token -> token.substring(0, token.lastIndexOf('.') + 1);
    assertRefused("no signature", provider, asked);
    script.token = token -> unsigned(token);
    assertRefused("signed by nobody", provider, asked);
    script.token = script::signedByThePublicKey;
    assertRefused("the public key taken for a secret", provider, asked);
    script.token = token -> token.substring(0, token.indexOf('.')) + ".e30.AA";
    assertRefused("another body", provider, asked);
    script.token = token -> token;
    script.signsWithAnother();
    assertRefused("another key", provider, asked);
    script.publishes();
    assertThat(provider.identity("c0de", asked).await().name()).isEqualTo("dimas");
    assertThatThrownBy(
            () -> provider("http://127.0.0.1:1", "kentongan").authorization(asked).await())
        .isInstanceOf(java.io.IOException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | {}",
        "200 | no JSON",
        "200 | {\"access_token\": \"a\"}",
        "200 | {\"id_token\": 7}",
        "200 | {\"id_token\": \"a.b\"}",
        "302 | {}"
      })
  void anyAnswerOfTheProviderIsAClearRefusal(int status, String body) {
    visit(provider.authorization(asked).await());
    script.answers(status, body);
    assertRefused(body, provider, asked);
  }

  @Test
  void whatTheBrowserKeepsIsReadAsItIsOrNotAtAll() {
    assertThat(OidcAsked.read(asked.text())).contains(asked);
    assertThat(OidcAsked.read(asked.text() + "x")).isEmpty();
    assertThat(OidcAsked.read("")).isEmpty();
    assertThat(asked.is(asked.state())).isTrue();
    assertThat(asked.is("")).isFalse();
  }

  /// https://www.rfc-editor.org/rfc/rfc7636#section-4.2
  private static String s256(String verifier) {
    try {
      byte[] ascii = verifier.getBytes(StandardCharsets.US_ASCII);
      byte[] hashed = MessageDigest.getInstance("SHA-256").digest(ascii);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hashed);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertRefused(String why, OidcProvider provider, OidcAsked asked) {
    assertThatThrownBy(() -> provider.identity("c0de", asked).await())
        .as(why)
        .isInstanceOf(OidcProvider.Refused.class);
  }

  private static String unsigned(String token) {
    byte[] none = "{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8);
    String body = Pattern.compile("\\.").split(token)[1];
    return Base64.getUrlEncoder().withoutPadding().encodeToString(none) + '.' + body + '.';
  }

  private void visit(String url) {
    URI at = URI.create(url);
    vertx
        .createHttpClient()
        .request(HttpMethod.GET, at.getPort(), at.getHost(), at.getPath() + '?' + at.getRawQuery())
        .compose(request -> request.send())
        .compose(answer -> answer.end())
        .await();
  }
}
