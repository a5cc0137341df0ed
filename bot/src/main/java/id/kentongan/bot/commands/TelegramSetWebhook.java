package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import id.kentongan.bot.settings.Secret;
import id.kentongan.bot.settings.Settings;
import id.kentongan.integrations.telegram.TelegramDoor;
import id.kentongan.integrations.telegram.WebhookSecret;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Has Telegram post its updates to our public address.
@Command(name = "set-webhook", description = "Have Telegram post updates to the public address.")
final class TelegramSetWebhook implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Settings settings = Home.settings();
    Settings.Telegram telegram = TelegramCall.telegram(settings);
    String url =
        settings
            .publicUrl()
            .filter(address -> address.startsWith("https://"))
            .orElseThrow(
                () ->
                    new Refused(
                        "Telegram posts only to https: set public-url to our https address."));
    String secret =
        telegram
            .webhookSecret()
            .map(Secret::reveal)
            .orElseGet(() -> WebhookSecret.of(telegram.botToken().reveal()));
    TelegramCall.ask(telegram, setup -> setup.setWebhook(URI.create(url), secret));
    var out = spec.commandLine().getOut();
    out.println("Telegram posts updates to " + url.replaceAll("/+$", "") + TelegramDoor.PATH);
    if (!telegram.webhook()) {
      out.println("But telegram.mode is polling: it gets nothing while the webhook is set.");
    }
    return 0;
  }
}
