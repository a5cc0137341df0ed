package id.kentongan.bot.bench;

import id.kentongan.bot.bench.Faults.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// A report as a table for people. The budgets are for 64 people on four cores, so that only there
/// a verdict is given.
public final class Table {
  private static final int BUDGET_PEOPLE = 64;
  private static final int BUDGET_CORES = 4;

  /// So many lines are named of those whose answers took longest.
  private static final int SLOWEST = 4;

  private final Report report;
  private final int cores = Runtime.getRuntime().availableProcessors();
  private final List<String> lines = new ArrayList<>();

  private Table(Report report) {
    this.report = report;
  }

  /// Its lines; `today` is printed on it.
  public static List<String> lines(Report report, LocalDate today) {
    var table = new Table(report);
    table.head(today);
    table.loads();
    table.once();
    table.faults();
    return table.lines;
  }

  private void head(LocalDate today) {
    lines.add(
        "%s: %d messages a conversation. %s, %d cores, %s"
            .formatted(
                report.script().name(),
                report.script().lines().size(),
                today,
                cores,
                Proc.processor()));
    lines.add(report.stores());
    lines.add("");
    lines.add(
        "%-44s%s  %s"
            .formatted(
                "",
                named(stage -> stage.people() + " people"),
                judged() ? "budget" : "printed without verdicts"));
    lines.add("%-44s%s".formatted("appendfsync", named(Benchmark.Stage::fsync)));
  }

  private String named(Function<Benchmark.Stage, String> name) {
    return report.windows().stream()
        .map(window -> "%12s".formatted(name.apply(window.stage())))
        .collect(Collectors.joining());
  }

  private void loads() {
    row("messages a second", 0, Window::rate);
    if (!report.measured().limits().isEmpty()) {
      limits("the limit's, in turn", 0, (window, limit) -> limit.rate());
      limits("  share of it", 2, Table::share, leastShare());
      limits("  its CPU s a thousand", 3, (window, limit) -> cpu(limit));
      limits("  cores busy with its load (one loop)", 2, (w, l) -> l.spent().load() / l.seconds());
    }
    row("p50 from webhook to the answer, ms", 1, w -> w.latencies().within(0.50));
    row("p95", 1, w -> w.latencies().within(0.95));
    row("p99", 1, w -> w.latencies().within(0.99), 15);
    lines.add("  its slowest lines: " + named(report.windows().getFirst().latencies().slowest()));
    row("CPU s a thousand messages: gateway", 3, Table::cpu, 0.08);
    row("  Redis", 3, w -> 1000 * w.each(w.spent().redis()));
    row("  PostgreSQL", 3, w -> 1000 * w.each(w.spent().postgres()));
    row("  this load generator", 3, w -> 1000 * w.each(w.spent().load()));
    row("cores busy: gateway", 2, w -> w.spent().gateway() / w.seconds());
    row("  this load generator (one loop)", 2, w -> w.spent().load() / w.seconds());
    row("memory of the gateway, MB", 0, Window::residentMegabytes, 350);
    row("new objects a message, kB", 1, w -> w.each(w.jvm().allocated()) / 1000);
    row("pauses for collections, mean ms", 1, w -> w.jvm().pauseMillis());
    row("  share of the time, percent", 1, w -> 100 * w.jvm().paused() / w.seconds());
    row("event loops found at one thing for 100 ms", 0, w -> w.jvm().busy(), 0);
    row("commands to Redis a message, within functions too", 1, Window::commands);
    row("  calls of functions", 1, Window::calls);
  }

  private static String named(List<Latencies.Slow> slowest) {
    return slowest.stream()
        .limit(SLOWEST)
        .map(line -> String.format(Locale.ROOT, "%s %.1f", line.line(), line.p99()))
        .collect(Collectors.joining(", "));
  }

  private void once() {
    lines.add("");
    List<Duration> starts = report.starts().all();
    one("first start to ready, s", 2, seconds(starts.getFirst()), Double.NaN);
    if (starts.size() > 1) {
      one("start to ready, s", 2, seconds(starts.getLast()), seconds(report.starts().within()));
    }
    var sustained = report.measured().sustained();
    if (sustained.rate() > 0) {
      one("highest rate with p99 within 100 ms", 0, sustained.rate(), Double.NaN);
      one("  p99 at half of it, ms", 1, sustained.p99AtHalf(), 8);
    }
    one("a conversation in Redis, bytes", 0, report.conversationBytes(), 600);
  }

  private void faults() {
    Faults faults = report.faults();
    lines.add(
        "%d conversations, %d messages measured: %d wrong, %d missing, %d unasked, %d refused"
            .formatted(
                report.conversations(),
                report.messages(),
                faults.count(Kind.WRONG),
                faults.count(Kind.MISSING),
                faults.count(Kind.UNASKED),
                faults.count(Kind.REFUSED)));
    faults.examples().forEach(example -> lines.add("  " + example));
  }

  private static double cpu(Window window) {
    return 1000 * window.each(window.spent().gateway());
  }

  /// A row that sets each window beside the limit's.
  private void limits(String name, int decimals, ToDoubleBiFunction<Window, Window> figure) {
    limits(name, decimals, figure, Double.NaN);
  }

  private void limits(
      String name, int decimals, ToDoubleBiFunction<Window, Window> figure, double least) {
    var figures = new double[report.windows().size()];
    Arrays.setAll(
        figures,
        i -> figure.applyAsDouble(report.windows().get(i), report.measured().limits().get(i)));
    row(name, decimals, figures, least(figures[0], meant(least)));
  }

  private double leastShare() {
    return report.windows().getFirst().stage().fsync().equals("always") ? 0.4 : 0.5;
  }

  private static double share(Window window, Window limit) {
    return window.rate() / limit.rate();
  }

  private void row(String name, int decimals, ToDoubleFunction<Window> figure) {
    row(name, decimals, figure, Double.NaN);
  }

  private void row(String name, int decimals, ToDoubleFunction<Window> figure, double most) {
    double[] figures = report.windows().stream().mapToDouble(figure).toArray();
    row(name, decimals, figures, most(figures[0], meant(most)));
  }

  private void row(String name, int decimals, double[] figures, String verdict) {
    String numbers =
        Arrays.stream(figures)
            .mapToObj(figure -> number(figure, decimals))
            .collect(Collectors.joining());
    lines.add("%-44s%s  %s".formatted(name, numbers, verdict));
  }

  private void one(String name, int decimals, double figure, double most) {
    row(name, decimals, new double[] {figure}, most(figure, most));
  }

  /// A bound for the first window, if that has as many people as the budgets mean.
  private double meant(double bound) {
    boolean meant = report.windows().getFirst().stage().people() == BUDGET_PEOPLE;
    return meant ? bound : Double.NaN;
  }

  private String most(double figure, double most) {
    return verdict("at most", most, figure <= most);
  }

  private String least(double figure, double least) {
    return verdict("at least", least, figure >= least);
  }

  private String verdict(String bound, double aim, boolean met) {
    return Double.isNaN(aim) || !judged()
        ? ""
        : "%s %s: %s".formatted(bound, plain(aim), met ? "met" : "MISSED");
  }

  private boolean judged() {
    return cores >= BUDGET_CORES;
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private static String number(double figure, int decimals) {
    return "%12s".formatted(String.format(Locale.ROOT, "%." + decimals + "f", figure));
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
