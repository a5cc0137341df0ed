package id.kentongan.integrations.telegram;

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
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Bot API over HTTP: one request, one [ApiAnswer]. Futures fail only for downloads.
public final class TelegramApi {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramApi.class);

  private static final Duration UPLOAD = Duration.ofSeconds(30);

  private final BotAccess access;
  private final ProviderClient client;
  private final AtomicBoolean tokenRefused = new AtomicBoolean();

  /// `deadline`: how long an answer may take before it counts as lost; shorter than an outbox
  /// lease.
  public TelegramApi(Vertx vertx, BotAccess access, Duration deadline) {
    this.access = access;
    this.client = new ProviderClient(vertx, deadline);
  }

  /// Calls a method by its documented name with a request of TelegramBots' types.
  Future<ApiAnswer> call(String method, Object request) {
    return call(method, request, Duration.ZERO);
  }

  /// As above; the answer may take `longer` than usual.
  Future<ApiAnswer> call(String method, Object request, Duration longer) {
    return client.exchange(options(method), longer, Term.open(), json(request)).map(this::answer);
  }

  /// As above, until a term.
  Future<ApiAnswer> call(String method, Object request, Term term) {
    return client.exchange(options(method), Duration.ZERO, term, json(request)).map(this::answer);
  }

  /// Calls a method with a file in a form, until a term.
  Future<ApiAnswer> upload(String method, ClientForm form, Term term) {
    return client
        .exchange(options(method), UPLOAD, term, http -> http.send(form))
        .map(this::answer);
  }

  /// The answer to a download, paused, whatever its status. `path` as `getFile` gave it, encoded.
  Future<HttpClientResponse> download(String path) {
    return client.download(ProviderClient.at(access.apiUrl(), HttpMethod.GET, access.file(path)));
  }

  public Future<Void> close() {
    return client.close();
  }

  private static Function<HttpClientRequest, Future<HttpClientResponse>> json(Object request) {
    return http -> http.putHeader("Content-Type", "application/json").send(Json.write(request));
  }

  private ApiAnswer answer(Exchanged exchanged) {
    return switch (exchanged) {
      case Exchanged.Answered(int status, var _, Buffer body) ->
          noted(ApiAnswer.read(status, body.getBytes()));
      case Exchanged.Unreachable(String why) -> new ApiAnswer.Unreachable(why);
      case Exchanged.Lost(String why) -> new ApiAnswer.Lost(why);
    };
  }

  /// Says loudly, once, that the token is refused: nothing goes in or out until it is mended.
  private ApiAnswer noted(ApiAnswer answer) {
    boolean refused = answer instanceof ApiAnswer.Refused(int code, _, _) && code == 401;
    if (refused && tokenRefused.compareAndSet(false, true)) {
      LOG.error("Telegram refuses the bot token (401): set telegram.bot-token to a valid one");
    } else if (answer instanceof ApiAnswer.Done) {
      tokenRefused.set(false);
    }
    return answer;
  }

  private RequestOptions options(String method) {
    return ProviderClient.at(access.apiUrl(), HttpMethod.POST, access.method(method));
  }
}
