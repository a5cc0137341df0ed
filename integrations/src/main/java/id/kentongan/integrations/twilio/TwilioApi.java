package id.kentongan.integrations.twilio;

import com.twilio.http.Request;
import id.kentongan.integrations.Exchanged;
import id.kentongan.integrations.ProviderClient;
import id.kentongan.integrations.Term;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Twilio over HTTP: one request of the SDK's making, one [ApiAnswer]. The SDK's own client is not
/// used: it blocks, and it repeats a POST after a 5xx, which may send a message twice. Futures fail
/// only for downloads.
public final class TwilioApi {
  private static final Logger LOG = LoggerFactory.getLogger(TwilioApi.class);

  private final TwilioAccount account;
  private final TwilioAddresses addresses;
  private final ProviderClient client;
  private final AtomicBoolean refused = new AtomicBoolean();

  /// `deadline`: how long an answer may take before it counts as lost; shorter than an outbox
  /// lease.
  public TwilioApi(
      Vertx vertx, TwilioAccount account, TwilioAddresses addresses, Duration deadline) {
    this.account = account;
    this.addresses = addresses;
    this.client = new ProviderClient(vertx, deadline);
  }

  TwilioAccount account() {
    return account;
  }

  TwilioAddresses addresses() {
    return addresses;
  }

  /// Sends a request to one of Twilio's addresses; the host that the SDK puts into it is not used.
  Future<ApiAnswer> call(URI base, Request request) {
    return call(base, request, Term.open());
  }

  /// As above, until a term.
  Future<ApiAnswer> call(URI base, Request request, Term term) {
    return client
        .exchange(options(base, request), Duration.ZERO, term, http -> http.send(body(request)))
        .map(
            exchanged ->
                switch (exchanged) {
                  case Exchanged.Answered(int status, var headers, Buffer body) ->
                      noted(ApiAnswer.read(status, headers.get("Retry-After"), body.getBytes()));
                  case Exchanged.Unreachable(String why) -> new ApiAnswer.Unreachable(why);
                  case Exchanged.Lost(String why) -> new ApiAnswer.Lost(why);
                });
  }

  /// The answer to a download, paused, whatever its status; a redirect is not followed.
  Future<HttpClientResponse> download(URI address) {
    return client.download(ProviderClient.get(address).putHeader("Authorization", account.basic()));
  }

  /// The same where Twilio sent us on to, without credentials.
  Future<HttpClientResponse> redirected(URI address) {
    RequestOptions options = ProviderClient.get(address);
    return ProviderClient.sameOrigin(address, addresses.api())
        ? client.download(options)
        : client.downloadOutside(options);
  }

  public Future<Void> close() {
    return client.close();
  }

  private RequestOptions options(URI base, Request request) {
    HttpMethod method = HttpMethod.valueOf(request.getMethod().toString());
    String path = base.getRawPath() + request.constructURL().getFile();
    return ProviderClient.at(base, method, path)
        .putHeader("Authorization", account.basic())
        .putHeader("Accept", "application/json")
        .putHeader("Content-Type", request.getContentType().getValue());
  }

  private static Buffer body(Request request) {
    String body = request.getBody();
    return Buffer.buffer(body == null ? request.encodeFormBody() : body);
  }

  /// Says loudly, once, that the credentials are refused: nothing goes out until it is mended.
  private ApiAnswer noted(ApiAnswer answer) {
    boolean now = answer instanceof ApiAnswer.Refused(int status, _, _, _) && status == 401;
    if (now && refused.compareAndSet(false, true)) {
      LOG.error("Twilio refuses the account (401): check twilio.account-sid and twilio.auth-token");
    } else if (answer instanceof ApiAnswer.Done) {
      refused.set(false);
    }
    return answer;
  }
}
