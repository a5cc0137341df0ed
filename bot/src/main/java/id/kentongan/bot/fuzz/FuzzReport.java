package id.kentongan.bot.fuzz;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a fuzzing came to; `folder`: what is kept of it.
public record FuzzReport(Fuzz.Order order, Duration took, Found found, Optional<Path> folder) {
  /// Whether nothing was found, and every door was reached.
  public boolean sound() {
    return found.none() && found.answers().size() >= 7;
  }

  /// For people; the last is the verdict.
  public List<String> lines(LocalDate today) {
    var lines = new ArrayList<String>();
    lines.add(
        "fuzz, %s: seed %d, %,d inputs in %d s, two gateways"
            .formatted(today, order.seed(), order.inputs(), took.toSeconds()));
    found.answers().forEach((door, answers) -> lines.add(row(door, answers)));
    for (Found.Wrong wrong : Found.Wrong.values()) {
      String name = wrong.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      lines.add("%-52s%,10d".formatted(name, found.count(wrong)));
    }
    found.told().forEach(told -> lines.add("  " + told));
    folder.ifPresent(kept -> lines.add("kept in " + kept));
    lines.add(sound() ? "no door gave way" : "FOUND: see above");
    return lines;
  }

  private static String row(String door, Map<String, Integer> answers) {
    int all = answers.values().stream().mapToInt(Integer::intValue).sum();
    String each =
        answers.entrySet().stream()
            .map(answer -> answer.getKey() + ": " + answer.getValue())
            .collect(Collectors.joining(", "));
    return "%-10s%,9d  %s".formatted(door, all, each);
  }
}
