package id.kentongan.integrations.oidc;

import id.kentongan.integrations.Exchanged;
import id.kentongan.integrations.ProviderClient;
import id.kentongan.integrations.Term;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwsHeader;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.Locator;
import io.jsonwebtoken.security.Jwk;
import io.jsonwebtoken.security.Jwks;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.PublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The provider: where to send a browser, and who it is that came back. Everything it says is
/// checked: its own name, the signature, for whom and until when the token is, and the nonce.
public final class OidcProvider {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int CONNECTIONS = 16;
  private static final int LARGEST = 256 * 1024;
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final OidcAccess access;
  private final InstantSource clock;
  private final ProviderClient client;
  private volatile @Nullable JsonObject known;

  public OidcProvider(Vertx vertx, OidcAccess access, InstantSource clock) {
    this.access = access;
    this.clock = clock;
    this.client = new ProviderClient(vertx, PATIENCE, CONNECTIONS, LARGEST);
  }

  /// What did not fit; its text names no person and no token.
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why, null, false, false);
    }
  }

  /// The address at which the officer signs in.
  public Future<String> authorization(OidcAsked asked) {
    return discovered()
        .map(
            found -> {
              var parts = new TreeMap<String, String>();
              parts.put("response_type", "code");
              parts.put("scope", "openid profile");
              parts.put("client_id", access.clientId());
              parts.put("redirect_uri", access.redirectUri());
              parts.put("state", asked.state());
              parts.put("nonce", asked.nonce());
              parts.put("code_challenge", asked.challenge());
              parts.put("code_challenge_method", "S256");
              String at = found.getString("authorization_endpoint");
              return at + (at.contains("?") ? '&' : '?') + query(parts);
            });
  }

  /// Who it is, by the code that the provider gave the browser. Fails with [Refused].
  public Future<OidcIdentity> identity(String code, OidcAsked asked) {
    return discovered()
        .compose(
            found ->
                token(found, code, asked)
                    .compose(token -> keys(found).compose(keys -> identity(token, keys, asked))));
  }

  private Future<JsonObject> discovered() {
    JsonObject before = known;
    if (before != null) {
      return Future.succeededFuture(before);
    }
    return fetched(access.issuer() + "/.well-known/openid-configuration")
        .compose(
            found -> {
              boolean own = access.issuer().equals(stripped(found.getString("issuer", "")));
              boolean whole =
                  List.of("authorization_endpoint", "token_endpoint", "jwks_uri").stream()
                      .allMatch(part -> found.getValue(part) instanceof String);
              if (!own || !whole) {
                return Future.failedFuture(new Refused("the provider names another issuer"));
              }
              known = found;
              return Future.succeededFuture(found);
            });
  }

  private Future<JsonObject> fetched(String url) {
    return exchanged(at(url), HttpClientRequest::send);
  }

  private Future<String> token(JsonObject found, String code, OidcAsked asked) {
    var form = new TreeMap<String, String>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", access.redirectUri());
    form.put("code_verifier", asked.verifier());
    String us = encoded(access.clientId()) + ':' + encoded(access.clientSecret());
    byte[] proof = us.getBytes(StandardCharsets.UTF_8);
    RequestOptions request =
        at(found.getString("token_endpoint"))
            .setMethod(HttpMethod.POST)
            .putHeader(HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded")
            .putHeader(
                HttpHeaders.AUTHORIZATION, "Basic " + Base64.getEncoder().encodeToString(proof));
    return exchanged(request, ready -> ready.send(query(form)))
        .compose(
            told ->
                told.getValue("id_token") instanceof String token
                    ? Future.succeededFuture(token)
                    : Future.failedFuture(new Refused("no identity token")));
  }

  private Future<Map<String, Key>> keys(JsonObject found) {
    return fetched(found.getString("jwks_uri"))
        .compose(
            told -> {
              try {
                return Future.succeededFuture(
                    Jwks.setParser()
                        .ignoreUnsupported(true)
                        .build()
                        .parse(told.encode())
                        .getKeys()
                        .stream()
                        .filter(key -> key.toKey() instanceof PublicKey)
                        .collect(
                            Collectors.toMap(
                                key -> key.getId() == null ? "" : key.getId(),
                                Jwk::toKey,
                                (one, other) -> one)));
              } catch (JwtException | IllegalArgumentException e) {
                return Future.failedFuture(new Refused("its keys cannot be read"));
              }
            });
  }

  private Future<OidcIdentity> identity(String token, Map<String, Key> keys, OidcAsked asked) {
    Claims claims;
    try {
      Locator<Key> locator =
          header ->
              header instanceof JwsHeader signed
                  ? keys.get(signed.getKeyId() == null ? "" : signed.getKeyId())
                  : null;
      claims =
          Jwts.parser()
              .keyLocator(locator)
              .requireAudience(access.clientId())
              .require("nonce", asked.nonce())
              .clock(() -> Date.from(clock.instant()))
              .clockSkewSeconds(SKEW.toSeconds())
              .build()
              .parseSignedClaims(token)
              .getPayload();
    } catch (JwtException | IllegalArgumentException e) {
      return Future.failedFuture(new Refused(e.getClass().getSimpleName()));
    }
    Object name = claims.get(access.claim());
    boolean ours = access.issuer().equals(stripped(claims.getIssuer())) && forUs(claims);
    if (!ours || claims.getExpiration() == null || !(name instanceof String told)) {
      return Future.failedFuture(new Refused("the token lacks what it needs"));
    }
    boolean both =
        claims.get("amr") instanceof Collection<?> ways
            && ways.stream().anyMatch(way -> "mfa".equals(way));
    return Future.succeededFuture(new OidcIdentity(told, both));
  }

  /// Whether it was made for this client and not only for others too.
  ///
  /// Source: https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation, 4 and 5
  private boolean forUs(Claims claims) {
    Object party = claims.get("azp");
    return party == null ? claims.getAudience().size() == 1 : access.clientId().equals(party);
  }

  private static RequestOptions at(String url) {
    URI address = URI.create(url);
    if (address.getHost() == null) {
      throw new IllegalArgumentException("no address");
    }
    return ProviderClient.get(address);
  }

  private Future<JsonObject> exchanged(
      RequestOptions request, Function<HttpClientRequest, Future<HttpClientResponse>> sending) {
    request.putHeader(HttpHeaders.ACCEPT, "application/json");
    request.putHeader(HttpHeaders.USER_AGENT, "kentongan");
    return client
        .exchange(request, Duration.ZERO, Term.open(), sending)
        .compose(
            exchanged ->
                switch (exchanged) {
                  case Exchanged.Answered answered -> json(answered);
                  case Exchanged.Unreachable(String why) ->
                      Future.failedFuture(new IOException(why));
                  case Exchanged.Lost(String why) -> Future.failedFuture(new IOException(why));
                });
  }

  private static Future<JsonObject> json(Exchanged.Answered answer) {
    if (answer.status() != 200) {
      return Future.failedFuture(new Refused("it answered " + answer.status()));
    }
    try {
      return Future.succeededFuture(answer.body().toJsonObject());
    } catch (RuntimeException e) {
      return Future.failedFuture(new Refused("its answer is no JSON object"));
    }
  }

  private static String stripped(@Nullable String url) {
    return url == null ? "" : url.replaceAll("/+$", "");
  }

  private static String query(Map<String, String> parts) {
    return parts.entrySet().stream()
        .map(part -> part.getKey() + '=' + encoded(part.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
