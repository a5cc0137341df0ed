package id.kentongan.bench;

import id.kentongan.dialogs.mind.DialogMind;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Step;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.integrations.Post;
import id.kentongan.integrations.Vault;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.redis.EmbeddedRedis;
import id.kentongan.integrations.redis.RedisFunctions;
import id.kentongan.integrations.redis.RedisSettings;
import id.kentongan.integrations.redis.RedisVault;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// Writing, sealing and committing the middle turn of an enrolment, of 64 conversations at once, to
/// a Redis of its own that writes to the disk once a second.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CommitBench {
  private static final int AT_ONCE = 64;
  private static final int PLACE = 9;

  private final Path folder = folder();
  private final EmbeddedRedis redis = EmbeddedRedis.start(folder, false);
  private final Vertx vertx = Vertx.vertx();
  private final RedisFunctions functions =
      RedisFunctions.open(vertx, RedisSettings.of(redis.uri())).await();
  private final Vault vault =
      new RedisVault(functions, "bench", MasterKey.of(new byte[32]), DialogMind.stored());
  private final Step step = step();
  private long number;

  @Benchmark
  @OperationsPerInvocation(AT_ONCE)
  public void commit() {
    var all = new ArrayList<Future<?>>();
    for (int i = 0; i < AT_ONCE; i++) {
      all.add(commit(new ConversationId("telegram", Long.toString(++number))));
    }
    Future.all(all).await();
  }

  private Future<Vault.Committed> commit(ConversationId who) {
    var posts = new ArrayList<Post>();
    for (int i = 0; i < step.effects().size(); i++) {
      posts.add(new Post(EffectId.of(who, 1, i), step.effects().get(i), Instant.EPOCH, null));
    }
    var next = new Vault.Next(step.next(), posts, List.of());
    var base = new Vault.Loaded(Talk.fresh(), 0, null, null);
    var origin = new Vault.Origin.Person(Instant.EPOCH);
    return vault.commit(new Vault.Commit(who, base, "telegram:" + number, 1, next, origin));
  }

  private static Step step() {
    var enrolment = new Enrolment();
    return enrolment.step(enrolment.after(PLACE), PLACE);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("kentongan-jmh");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TearDown
  public void stop() throws IOException {
    functions.close();
    redis.close();
    vertx.close().await();
    try (var files = Files.walk(folder)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    }
  }
}
