package id.kentongan.bot.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.bot.Refused;
import id.kentongan.bot.http.Front;
import id.kentongan.bot.program.SelfMade;
import id.kentongan.bot.settings.Settings;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthCommandTest {
  private static final Optional<String> NONE = Optional.empty();

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  @Test
  void asksByTlsWhereTheGatewaySpeaksIt(@TempDir Path folder, @TempDir Path elsewhere)
      throws Exception {
    SelfMade own = SelfMade.in(folder);
    SelfMade other = SelfMade.in(elsewhere);
    Settings.Http at = at("localhost", 0, own);
    try (Front front = Front.open(vertx, router(), at, 1)) {
      assertThat(HealthCommand.ask(at("127.0.0.1", front.port(), own), "ready", NONE))
          .isEqualTo(new HealthCommand.Answer(503, "no"));
      assertThatThrownBy(
              () -> HealthCommand.ask(at("localhost", front.port(), other), "ready", NONE))
          .as("another's certificate")
          .isInstanceOf(Refused.class);
    }
  }

  @Test
  void saysWhereNothingAnswers() {
    assertThatThrownBy(() -> HealthCommand.ask(at("127.0.0.1", 1, null), "live", NONE))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("127.0.0.1:1")
        .hasMessageContaining("http.port");
  }

  private Router router() {
    Router router = Router.router(vertx);
    router.get("/health/ready").handler(route -> route.response().setStatusCode(503).end("no"));
    return router;
  }

  private static Settings.Http at(String host, int port, @Nullable SelfMade own) {
    var tls = Optional.ofNullable(own).map(it -> new Settings.Tls(it.certificate(), it.key()));
    return new Settings.Http(host, port, Optional.empty(), List.of(), tls);
  }
}
