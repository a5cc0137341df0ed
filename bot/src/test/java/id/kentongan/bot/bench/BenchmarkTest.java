package id.kentongan.bot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.Launched;
import id.kentongan.bot.bench.Benchmark.Pace;
import id.kentongan.bot.bench.Benchmark.Plan;
import id.kentongan.bot.bench.Faults.Kind;
import id.kentongan.bot.bench.Script.Line;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// People of the benchmark enrol at a real gateway in a process of its own.
class BenchmarkTest {
  private static final Script ENROLMENT = Script.read(Path.of("../bench/enrolment.json"));

  @Test
  void everyMessageGetsItsAnswer() {
    Report report = run(ENROLMENT, Duration.ofSeconds(5));
    List<String> table = Table.lines(report, LocalDate.EPOCH);

    assertThat(report.faults().examples()).isEmpty();
    assertThat(report.sound()).isTrue();
    assertThat(report.conversationBytes()).as("bytes of a conversation").isBetween(100.0, 600.0);
    Window window = report.windows().getFirst();
    assertThat(window.calls()).as("calls of functions a message").isBetween(1.0, 30.0);
    assertThat(window.spent().gateway()).as("CPU of the gateway").isPositive();
    assertThat(window.spent().redis()).as("CPU of Redis").isPositive();
    assertThat(window.spent().postgres()).as("CPU of PostgreSQL").isPositive();
    assertThat(window.residentMegabytes()).isPositive();
    assertThat(window.jvm().allocated()).as("bytes of new objects").isPositive();
    assertThat(report.measured().limits()).singleElement().matches(limit -> limit.rate() > 0);
    assertThat(table).anyMatch(line -> line.matches("appendfsync +everysec"));
    assertThat(table).anyMatch(line -> line.matches(" +share of it +[0-9.]+.*"));
    assertThat(table).anyMatch(line -> line.matches("messages a second +[0-9]+ .*"));
  }

  @Test
  void aWrongAnswerIsSeen() {
    var lines = new ArrayList<>(ENROLMENT.lines().subList(0, 2));
    lines.set(1, new Line(lines.get(1).act(), lines.get(1).text(), Pattern.compile("^Silakan")));
    Report report = run(new Script("wrong", lines), Duration.ofSeconds(1));

    assertThat(report.faults().count(Kind.WRONG)).isPositive();
    assertThat(report.sound()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"POLLING", "TWILIO"})
  void everyWayBringsAnswers(Way way) {
    Report report = run(ENROLMENT, Duration.ofSeconds(1), way, List.of());

    // why: everybody is heard to the end, however long that takes after what was measured
    assertThat(report.faults().examples()).isEmpty();
    assertThat(report.conversations()).isGreaterThanOrEqualTo(8);
    assertThat(report.stores()).startsWith(way.described());
  }

  private static Report run(Script script, Duration measured) {
    return run(script, measured, Way.WEBHOOK, Launched.command("384m", "bench", "limit"));
  }

  private static Report run(Script script, Duration measured, Way way, List<String> limit) {
    var command = Launched.command("384m", "run");
    var stores = new Stores(Optional.empty(), Optional.empty(), List.of("everysec"));
    var pace = new Pace(way, List.of(8), Duration.ofSeconds(1), measured, false, false);
    var plan = new Plan(command, limit, script, stores, pace);
    return Benchmark.run(plan, Clock.systemUTC());
  }
}
