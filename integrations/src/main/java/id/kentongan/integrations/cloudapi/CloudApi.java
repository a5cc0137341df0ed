package id.kentongan.integrations.cloudapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.kentongan.integrations.Exchanged;
import id.kentongan.integrations.ProviderClient;
import id.kentongan.integrations.Term;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientForm;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Meta's Graph API over HTTP: one request, one [ApiAnswer]; nothing is repeated here. Futures fail
/// only for downloads.
public final class CloudApi {
  private static final Logger LOG = LoggerFactory.getLogger(CloudApi.class);

  private static final Duration UPLOAD = Duration.ofSeconds(30);

  private final CloudAccount account;
  private final URI base;
  private final ProviderClient client;
  private final AtomicBoolean refused = new AtomicBoolean();

  /// `base` with the API's version and without a slash at its end, like
  /// `https://graph.facebook.com/v23.0`; `deadline`: how long an answer may take before it counts
  /// as lost, shorter than an outbox lease.
  ///
  /// @throws IllegalArgumentException when `base` is no address
  public CloudApi(Vertx vertx, CloudAccount account, URI base, Duration deadline) {
    if (base.getHost() == null) {
      throw new IllegalArgumentException("whatsapp-cloud.api-url is not an address: " + base);
    }
    this.account = account;
    this.base = base;
    this.client = new ProviderClient(vertx, deadline);
  }

  /// Posts to `messages` of our number, until a term.
  Future<ApiAnswer> message(ObjectNode message, Term term) {
    return exchange(
        at(HttpMethod.POST, own("/messages")).putHeader("Content-Type", "application/json"),
        Duration.ZERO,
        term,
        http -> http.send(Json.write(message)));
  }

  /// Posts a file to `media` of our number, until a term.
  Future<ApiAnswer> upload(ClientForm file, Term term) {
    return exchange(at(HttpMethod.POST, own("/media")), UPLOAD, term, http -> http.send(file));
  }

  Future<ApiAnswer> media(String id) {
    return exchange(
        at(HttpMethod.GET, "/" + id), Duration.ZERO, Term.open(), HttpClientRequest::send);
  }

  Future<ApiAnswer> deleteMedia(String id) {
    return exchange(
        at(HttpMethod.DELETE, "/" + id), Duration.ZERO, Term.open(), HttpClientRequest::send);
  }

  /// The answer to a download, paused, whatever its status; a redirect is not followed.
  Future<HttpClientResponse> download(URI address) {
    return client.download(
        ProviderClient.get(address).putHeader("Authorization", account.bearer()));
  }

  /// Whether an address is at the API's own scheme, host and port.
  boolean own(URI address) {
    return ProviderClient.sameOrigin(address, base);
  }

  public Future<Void> close() {
    return client.close();
  }

  private String own(String resource) {
    return "/" + account.phoneNumberId() + resource;
  }

  private RequestOptions at(HttpMethod method, String path) {
    return ProviderClient.at(base, method, base.getRawPath() + path)
        .putHeader("Authorization", account.bearer());
  }

  private Future<ApiAnswer> exchange(
      RequestOptions options,
      Duration longer,
      Term term,
      Function<HttpClientRequest, Future<HttpClientResponse>> sending) {
    return client
        .exchange(options, longer, term, sending)
        .map(
            exchanged ->
                switch (exchanged) {
                  case Exchanged.Answered(int status, var _, Buffer body) ->
                      noted(ApiAnswer.read(status, body.getBytes()));
                  case Exchanged.Unreachable(String why) -> new ApiAnswer.Unreachable(why);
                  case Exchanged.Lost(String why) -> new ApiAnswer.Lost(why);
                });
  }

  /// Says loudly, once, that the token is refused: nothing goes out until it is mended.
  private ApiAnswer noted(ApiAnswer answer) {
    boolean now = answer instanceof ApiAnswer.Refused(int status, _, _) && status == 401;
    if (now && refused.compareAndSet(false, true)) {
      LOG.error("Meta refuses the access token (401): set whatsapp-cloud.access-token");
    } else if (answer instanceof ApiAnswer.Done) {
      refused.set(false);
    }
    return answer;
  }
}
