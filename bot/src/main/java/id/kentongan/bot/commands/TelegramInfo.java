package id.kentongan.bot.commands;

import com.fasterxml.jackson.databind.JsonNode;
import id.kentongan.integrations.telegram.TelegramSetup;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What Telegram knows of our webhook.
@Command(name = "info", description = "Show the webhook, what waits, and the last error.")
final class TelegramInfo implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    JsonNode info = TelegramCall.ask(TelegramCall.telegram(Home.settings()), TelegramSetup::info);
    PrintWriter out = spec.commandLine().getOut();
    String url = info.path("url").asText("");
    out.println("webhook     " + (url.isEmpty() ? "none (polling can run)" : url));
    out.println("waiting     " + info.path("pending_update_count").asInt());
    if (info.has("last_error_date")) {
      Instant at = Instant.ofEpochSecond(info.get("last_error_date").asLong());
      out.println("last error  " + at + " " + info.path("last_error_message").asText(""));
    } else {
      out.println("last error  none");
    }
    return 0;
  }
}
