package id.kentongan.integrations.oidc;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.crypto.spec.SecretKeySpec;

/// A provider on a socket: discovery, keys, and tokens as told. It signs in whoever comes.
public final class ScriptedProvider implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  final KeyPair keys = Jwts.SIG.RS256.keyPair().build();
  private volatile KeyPair signing = keys;
  private volatile KeyPair published = keys;
  private volatile int status;
  private volatile String body = "";
  public final CopyOnWriteArrayList<Map<String, String>> exchanges = new CopyOnWriteArrayList<>();
  /// What the next token says beside what it must.
  public volatile Map<String, Object> claims = Map.of("preferred_username", "dimas");

  public volatile Instant now = Instant.now();
  volatile UnaryOperator<String> token = told -> told;
  private volatile String nonce = "";

  public ScriptedProvider() {
    server = vertx.createHttpServer().requestHandler(this::handle).listen(0, "127.0.0.1").await();
  }

  public String issuer() {
    return "http://127.0.0.1:" + server.actualPort() + "/realms/kantor";
  }

  /// From now on another key than the published one signs.
  void signsWithAnother() {
    signing = Jwts.SIG.RS256.keyPair().build();
  }

  /// From now on the key that signs is the published one.
  void publishes() {
    published = signing;
  }

  /// Whoever brings a code gets that.
  void answers(int status, String body) {
    this.body = body;
    this.status = status;
  }

  /// The same body with a MAC, as if the key that everybody knows were a secret.
  String signedByThePublicKey(String token) {
    byte[] known = published.getPublic().getEncoded();
    return Jwts.builder()
        .header()
        .keyId("k1")
        .and()
        .content(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]))
        .signWith(new SecretKeySpec(known, "HmacSHA256"), Jwts.SIG.HS256)
        .compact();
  }

  private void handle(HttpServerRequest http) {
    switch (http.path().replace("/realms/kantor", "")) {
      case "/.well-known/openid-configuration" -> json(http, discovery());
      case "/keys" -> json(http, published());
      case "/auth" -> {
        nonce = http.getParam("nonce");
        http.response()
            .setStatusCode(302)
            .putHeader(
                "Location",
                http.getParam("redirect_uri") + "?code=c0de&state=" + http.getParam("state"))
            .end();
      }
      case "/token" -> {
        http.setExpectMultipart(true);
        http.endHandler(end -> exchange(http));
      }
      default -> http.response().setStatusCode(404).end();
    }
  }

  private void exchange(HttpServerRequest http) {
    var form = new HashMap<String, String>();
    http.formAttributes().forEach(form::put);
    form.put("authorization", String.valueOf(http.getHeader("Authorization")));
    exchanges.add(form);
    if (status != 0) {
      http.response().setStatusCode(status).end(body);
      return;
    }
    json(http, new JsonObject().put("access_token", "a").put("id_token", token.apply(signed())));
  }

  private String signed() {
    return Jwts.builder()
        .header()
        .keyId("k1")
        .and()
        .issuer(issuer())
        .audience()
        .add("kentongan")
        .and()
        .subject("17")
        .claim("nonce", nonce)
        .claims(claims)
        .expiration(Date.from(now.plusSeconds(300)))
        .signWith(signing.getPrivate())
        .compact();
  }

  private JsonObject discovery() {
    return new JsonObject()
        .put("issuer", issuer())
        .put("authorization_endpoint", issuer() + "/auth")
        .put("token_endpoint", issuer() + "/token")
        .put("jwks_uri", issuer() + "/keys");
  }

  private JsonObject published() {
    var key = Jwks.builder().key((RSAPublicKey) published.getPublic()).id("k1").build();
    var parts = new JsonObject();
    key.forEach((name, value) -> parts.put(name, value.toString()));
    return new JsonObject().put("keys", new JsonArray().add(parts));
  }

  private static void json(HttpServerRequest http, JsonObject body) {
    http.response().putHeader("Content-Type", "application/json").end(body.toBuffer());
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
