package id.kentongan.bench;

import id.kentongan.dialogs.ear.Ear;
import id.kentongan.dialogs.ear.Understood;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Hearing one message: the lines that the language is learnt from, in turn.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EarBench {
  private final Ear ear = House.ear();
  private final List<String> lines =
      House.language().corpus().stream().map(line -> line.text()).toList();
  private int next;

  @Benchmark
  public Understood hear() {
    next = next == lines.size() - 1 ? 0 : next + 1;
    return ear.hear(lines.get(next));
  }
}
