package id.kentongan.bot.fuzz;

import id.kentongan.bot.chaos.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;

/// Looks for faults, people and secrets in what gateways said.
record LogCheck(Found found) {
  private static final Pattern FAULT =
      Pattern.compile("\"level\":\"ERROR\"|^\\S++ ERROR |^Exception in thread");

  /// Names, numbers and words of the people who write, and what is secret.
  private static final List<String> PERSONAL =
      List.of(
          "slamet",
          "riyadi",
          "kembangsepatu",
          "35101717",
          "6281234",
          Secrets.TELEGRAM_TOKEN,
          Secrets.TELEGRAM,
          Secrets.TWILIO,
          Secrets.CLOUD,
          Secrets.CLOUD_ACCESS,
          Secrets.PAYMENTS);

  void judge(House house) {
    for (Node node : house.nodes()) {
      try (var lines = Files.lines(house.log(node), StandardCharsets.ISO_8859_1)) {
        lines.forEach(this::judge);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      try (var line = new Line(node.port)) {
        Answer page = line.whole(new Ask("open", "GET", "/metrics", List.of(), ""));
        page.body().lines().forEach(this::personal);
      }
    }
  }

  private void judge(String line) {
    personal(line);
    // why: a warning that a store was asked again is no fault of a door.
    if (FAULT.matcher(line).find()) {
      found.add(Found.Wrong.FAULT_LOGGED, line);
    }
  }

  private void personal(String line) {
    String low = line.toLowerCase(java.util.Locale.ROOT);
    PERSONAL.stream()
        .filter(low::contains)
        .findFirst()
        .ifPresent(mark -> found.add(Found.Wrong.PERSONAL, mark + " in: " + line));
  }
}
