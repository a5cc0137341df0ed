package id.kentongan.bot.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a chaos came to. `weights`: what was held, line by line; `folder`: what is kept of it.
public record Report(
    Chaos.Order order,
    Map<String, Integer> broken,
    Map<String, Integer> posted,
    Findings findings,
    Took took,
    List<String> weights,
    Optional<Path> folder) {
  /// The longest that anybody waited for an answer, and from the last fault until nothing was left
  /// to do.
  record Took(Duration slowest, Duration settled) {}

  static Report of(
      Chaos.Order order,
      World world,
      Timeline timeline,
      Findings findings,
      Duration settled,
      List<String> weights) {
    var broken = new TreeMap<>(timeline.counts());
    world.telegram().mood().done().forEach((m, n) -> broken.put("Telegram answered: " + m, n));
    world.twilio().mood().done().forEach((m, n) -> broken.put("Twilio answered: " + m, n));
    Mail mail = world.crowd().mail();
    var posted =
        Map.of(
            "letters", mail.posted,
            "repeated", mail.repeated,
            "cut", mail.cut,
            "refused", mail.refused);
    long slowest =
        world.crowd().everybody().stream()
            .flatMap(person -> person.waits.stream())
            .mapToLong(Long::longValue)
            .max()
            .orElse(0);
    var took = new Took(Duration.ofNanos(slowest), settled);
    return new Report(order, broken, posted, findings, took, weights, Optional.empty());
  }

  Report keptIn(Path kept) {
    return new Report(order, broken, posted, findings, took, weights, Optional.of(kept));
  }

  /// Whether no promise was broken, and anything was said at all.
  public boolean sound() {
    return findings.none() && findings.acknowledged > 0;
  }
}
