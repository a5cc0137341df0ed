package id.kentongan.bot.chaos;

import id.kentongan.bot.chaos.Findings.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A report as lines for people; the last is the verdict.
public final class ChaosTable {
  private ChaosTable() {}

  public static List<String> lines(Report report, LocalDate today) {
    Findings found = report.findings();
    var lines = new ArrayList<String>();
    lines.add(
        "chaos, %s: seed %d, %d people at once for %d s, two gateways%s"
            .formatted(
                today,
                report.order().seed(),
                report.order().people(),
                report.order().length().toSeconds(),
                report.order().breaks().cluster() ? " on a Redis Cluster" : ""));
    report.broken().forEach((kind, count) -> lines.add(row(kind, count)));
    report.posted().forEach((kind, count) -> lines.add(row("posts " + kind, count)));
    lines.add("");
    lines.add(row("whole journeys", found.journeys));
    lines.add(row("messages", found.letters));
    lines.add(row("  acknowledged", found.acknowledged));
    lines.add(row("turns", found.turns));
    lines.add(row("answers that a platform decided on", found.answers));
    lines.add(row("  twice, as promise 3 allows", found.doubled));
    lines.add(row("  refused by a reader who blocks the bot", found.refused));
    lines.add(row("  refused, and answered all the same", found.withdrawn));
    lines.add(row("dead letters", found.dead));
    lines.add(row("photographs kept with a claim", found.photographs));
    for (Violation violation : Violation.values()) {
      lines.add(
          row(violation.name().toLowerCase(Locale.ROOT).replace('_', ' '), found.count(violation)));
    }
    lines.add(row("longest wait for an answer, s", report.took().slowest().toSeconds()));
    lines.add(row("settled after the last fault, s", report.took().settled().toSeconds()));
    lines.addAll(report.weights());
    found.told().forEach(told -> lines.add("  " + told));
    report.folder().ifPresent(folder -> lines.add("kept in " + folder));
    lines.add(report.sound() ? "no promise was broken" : "BROKEN: see above");
    return lines;
  }

  private static String row(String name, long figure) {
    return "%-52s%,10d".formatted(name, figure);
  }
}
