package id.kentongan.bot.commands;

import id.kentongan.bot.Base;
import id.kentongan.bot.Refused;
import id.kentongan.bot.http.Health;
import id.kentongan.bot.http.OperatorToken;
import id.kentongan.bot.settings.Settings;
import id.kentongan.integrations.crypto.KeyFile;
import id.kentongan.integrations.crypto.KeyRefused;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.PemTrustOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Asks the gateway that runs with these settings how it is; 1 when it is not well.
@Command(
    name = "health",
    description = "Ask the running gateway whether it is ready; ends with 1 when it is not.")
final class HealthCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--live", description = "only whether it runs")
  private boolean live;

  @Override
  public Integer call() {
    Settings settings = Home.settings();
    Answer answer = ask(settings.http(), live ? "live" : "ready", token(settings));
    spec.commandLine().getOut().println(answer.text());
    spec.commandLine().getOut().flush();
    return answer.status() == 200 ? 0 : 1;
  }

  /// What the gateway said.
  record Answer(int status, String text) {}

  /// Without the key, the gateway tells less.
  private static Optional<String> token(Settings settings) {
    try {
      var key = KeyFile.read(Base.keyFile(settings)).master();
      return Optional.of(new OperatorToken(key, Clock.systemUTC()).made());
    } catch (KeyRefused none) {
      return Optional.empty();
    }
  }

  /// Asks the gateway that listens there; [Refused] when none answers.
  static Answer ask(Settings.Http at, String what, Optional<String> token) {
    String host = at.host().matches("0\\.0\\.0\\.0|::") ? "localhost" : at.host();
    var options = new HttpClientOptions().setConnectTimeout((int) PATIENCE.toMillis());
    at.tls().ifPresent(tls -> trusting(options, tls));
    Vertx vertx = Vertx.vertx();
    // why a name: Vert.x closes a client that nobody refers to
    var client = vertx.createHttpClient(options);
    try {
      return client
          .request(HttpMethod.GET, at.port(), host, "/health/" + what)
          .compose(
              request -> {
                token.ifPresent(it -> request.putHeader(Health.TOKEN, it));
                return request.send();
              })
          .compose(
              answer -> answer.body().map(body -> new Answer(answer.statusCode(), body.toString())))
          .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .await();
    } catch (Exception e) {
      throw new Refused(
          "No gateway answers at %s:%d (http.host, http.port): %s"
              .formatted(host, at.port(), e.getMessage()));
    } finally {
      client.close().await();
      vertx.close().await();
    }
  }

  /// why: it is the gateway's own certificate that must be shown, whatever name stands in it.
  private static void trusting(HttpClientOptions options, Settings.Tls tls) {
    options
        .setSsl(true)
        .setVerifyHost(false)
        .setTrustOptions(new PemTrustOptions().addCertPath(tls.certificate().toString()));
  }
}
