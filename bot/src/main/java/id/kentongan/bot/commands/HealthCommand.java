package id.kentongan.bot.commands;

import id.kentongan.bot.Refused;
import id.kentongan.bot.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
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
    Settings.Http at = Home.settings().http();
    String host = at.host().matches("0\\.0\\.0\\.0|::") ? "localhost" : at.host();
    var address =
        URI.create("http://%s:%d/health/%s".formatted(host, at.port(), live ? "live" : "ready"));
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
      var answer = client.send(request, BodyHandlers.ofString());
      spec.commandLine().getOut().println(answer.body());
      spec.commandLine().getOut().flush();
      return answer.statusCode() == 200 ? 0 : 1;
    } catch (IOException e) {
      throw new Refused("Nothing answers at " + address + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused("interrupted");
    }
  }
}
