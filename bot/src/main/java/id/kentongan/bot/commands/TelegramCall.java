package id.kentongan.bot.commands;

import com.fasterxml.jackson.databind.JsonNode;
import id.kentongan.bot.Refused;
import id.kentongan.bot.settings.Settings;
import id.kentongan.integrations.telegram.ApiAnswer;
import id.kentongan.integrations.telegram.BotAccess;
import id.kentongan.integrations.telegram.TelegramApi;
import id.kentongan.integrations.telegram.TelegramSetup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;

/// One call of the Bot API from the command line.
final class TelegramCall {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private TelegramCall() {}

  static Settings.Telegram telegram(Settings settings) {
    return settings
        .channels()
        .telegram()
        .orElseThrow(
            () -> new Refused("Telegram is off: set telegram.bot-token to the one of BotFather."));
  }

  /// The result; [Refused] with what Telegram said where there is none.
  static JsonNode ask(
      Settings.Telegram telegram, Function<TelegramSetup, Future<ApiAnswer>> question) {
    var access = new BotAccess(URI.create(telegram.apiUrl()), telegram.botToken().reveal());
    Vertx vertx = Vertx.vertx();
    try {
      var setup = new TelegramSetup(new TelegramApi(vertx, access, DEADLINE));
      return switch (question.apply(setup).await()) {
        case ApiAnswer.Done(JsonNode result) -> result;
        case ApiAnswer.Refused(int code, String description, _) ->
            throw new Refused("Telegram refused: " + code + " " + description);
        case ApiAnswer.Unreachable(String why) ->
            throw new Refused("Telegram cannot be reached at " + telegram.apiUrl() + ": " + why);
        case ApiAnswer.Lost(String why) -> throw new Refused("Telegram did not answer: " + why);
      };
    } finally {
      vertx.close().await();
    }
  }
}
