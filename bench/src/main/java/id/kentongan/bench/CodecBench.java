package id.kentongan.bench;

import id.kentongan.dialogs.mind.DialogMind;
import id.kentongan.dialogs.stored.TalkJson;
import id.kentongan.dialogs.talk.Talk;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A conversation in the middle of an enrolment, written as JSON and read again.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CodecBench {
  private final TalkJson json = DialogMind.stored();
  private final Talk talk = new Enrolment().after(10);
  private final byte[] written = json.write(talk);

  @Benchmark
  public byte[] write() {
    return json.write(talk);
  }

  @Benchmark
  public Talk read() {
    return json.read(written);
  }
}
