package id.kentongan.bot.commands;

import id.kentongan.integrations.telegram.TelegramSetup;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Ends the posting; what waits at Telegram waits on.
@Command(
    name = "delete-webhook",
    description = "Have Telegram stop posting updates; those that wait are kept for polling.")
final class TelegramDeleteWebhook implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    TelegramCall.ask(TelegramCall.telegram(Home.settings()), TelegramSetup::deleteWebhook);
    spec.commandLine().getOut().println("Telegram posts no more updates; waiting ones are kept.");
    return 0;
  }
}
