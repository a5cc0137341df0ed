package id.kentongan.bench;

import id.kentongan.dialogs.talk.Step;
import id.kentongan.dialogs.talk.Talk;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// The Mind's turn: the mean over a whole enrolment's messages.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MindBench {
  private static final int MESSAGES = 12;

  private final Enrolment enrolment = new Enrolment();

  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public void turn(Blackhole hole) {
    Talk talk = Talk.fresh();
    for (int i = 0; i < MESSAGES; i++) {
      Step step = enrolment.step(talk, i);
      hole.consume(step);
      talk = step.next();
    }
  }
}
