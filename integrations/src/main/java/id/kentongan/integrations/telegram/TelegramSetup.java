package id.kentongan.integrations.telegram;

import io.vertx.core.Future;
import java.net.URI;
import java.util.Map;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;

/// What an operator tells Telegram about the bot.
public final class TelegramSetup {
  private final TelegramApi api;

  public TelegramSetup(TelegramApi api) {
    this.api = api;
  }

  /// Has updates posted to [TelegramDoor#PATH] under the public address, with the secret.
  ///
  /// Source: https://core.telegram.org/bots/api#setwebhook
  public Future<ApiAnswer> setWebhook(URI publicUrl, String secret) {
    String base = publicUrl.toString().replaceAll("/+$", "");
    return api.call(
        "setWebhook",
        SetWebhook.builder()
            .url(base + TelegramDoor.PATH)
            .secretToken(secret)
            .maxConnections(100)
            .allowedUpdates(UpdateReader.WANTED)
            .build());
  }

  /// Ends the posting. What waits at Telegram stays there for long polling.
  public Future<ApiAnswer> deleteWebhook() {
    return api.call("deleteWebhook", new DeleteWebhook());
  }

  /// `url`, `pending_update_count`, `last_error_date`, `last_error_message` and more.
  ///
  /// Source: https://core.telegram.org/bots/api#webhookinfo
  public Future<ApiAnswer> info() {
    return api.call("getWebhookInfo", new GetWebhookInfo());
  }

  /// The commands shown in the menu of the chat: a name without the slash, and what it does.
  public Future<ApiAnswer> setCommands(Map<String, String> commands) {
    return api.call(
        "setMyCommands",
        SetMyCommands.builder()
            .commands(
                commands.entrySet().stream()
                    .map(command -> new BotCommand(command.getKey(), command.getValue()))
                    .toList())
            .build());
  }
}
