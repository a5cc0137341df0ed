package id.kentongan.bot.desk;

import static id.kentongan.integrations.Await.await;
import static id.kentongan.integrations.TestTalks.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.kentongan.bot.postman.FakeWorld;
import id.kentongan.bot.postman.TestGateway;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.Deliveries;
import id.kentongan.integrations.DeliveryReport;
import id.kentongan.integrations.DeliveryReport.Remedy;
import id.kentongan.integrations.DeliveryReport.State;
import id.kentongan.integrations.Post;
import id.kentongan.integrations.TestTalks;
import id.kentongan.integrations.redis.EmbeddedRedis;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What follows when a provider took a message and could not deliver it.
final class ReturnsTest {
  @TempDir private Path folder = Path.of("");

  private final FakeWorld world = new FakeWorld();
  private final ConversationId who = someone();
  private final Kept kept = new Kept();
  private EmbeddedRedis redis;
  private TestGateway gateway;
  private Returns returns;

  @BeforeEach
  void start() {
    redis = EmbeddedRedis.start(folder, false);
    gateway = new TestGateway(redis.uri(), world, TestGateway.LASTING).started();
    returns = new Returns(gateway.desk, kept, gateway.redis.deadLetters);
    await(gateway.say(who, "m1", "satu"));
    await().until(() -> world.saidTo(who).equals(List.of("satu")));
  }

  @AfterEach
  void stop() {
    gateway.close();
    redis.close();
  }

  @Test
  void isSentAgainOnceAfterAWhileHoweverOftenItIsReported() {
    Instant then = Instant.now();
    kept.back.add(returned("a", post(TestTalks.say("dua"), 0), Remedy.AGAIN));
    await(returns.report(new DeliveryReport("p1", State.FAILED, "63018", Remedy.AGAIN, null)));
    await(returns.sweep());
    await().until(() -> world.saidTo(who).contains("dua"));
    assertThat(Duration.between(then, Instant.now())).isGreaterThan(Duration.ofSeconds(3));
    await().until(() -> kept.dealt.contains("a"));
    await(gateway.say(who, "m2", "tiga"));
    await().until(() -> world.saidTo(who).equals(List.of("satu", "dua", "tiga")));
    assertThat(gateway.heardBy(who)).containsExactly("satu", "tiga");
    assertThat(world.sent.get(1).id()).endsWith(".r1");
    assertThat(world.open).element(1).isEqualTo(true);
  }

  @Test
  void outsideTheWindowItIsSentAsIfThePersonHadNeverWritten() {
    var id = EffectId.of(who, 1, 0);
    var post = new Post(id, TestTalks.say("dua"), Instant.now(), null);
    kept.back.add(returned("b", post, Remedy.OUTSIDE_WINDOW));
    await(returns.sweep());
    await().until(() -> world.saidTo(who).contains("dua"));
    assertThat(world.open).element(1).isEqualTo(false);
  }

  @Test
  void aQuestionThatThePersonHasAnsweredIsNotAskedAgain() {
    kept.back.add(returned("c", post(TestTalks.ask("berapa?"), 0), Remedy.AGAIN));
    await(returns.sweep());
    assertThat(kept.dealt).contains("c");
    await().until(() -> await(gateway.postman.quiet(Duration.ofSeconds(1))));
    assertThat(world.saidTo(who)).containsExactly("satu");
  }

  @Test
  void whatCannotBeMendedOrCameBackTooOftenIsADeadLetter() {
    kept.back.add(returned("d", post(TestTalks.say("dua"), 0), Remedy.DEAD));
    kept.back.add(returned("e", post(TestTalks.say("tiga"), Comebacks.MOST), Remedy.AGAIN));
    await(returns.sweep());
    assertThat(kept.dealt).containsExactlyInAnyOrder("d", "e");
    var letters = await(gateway.redis.deadLetters.list(10));
    assertThat(letters).hasSize(2);
    assertThat(letters).allSatisfy(letter -> assertThat(letter.why()).endsWith("reported 63018"));
    var first =
        letters.stream()
            .filter(letter -> letter.post() != null && Comebacks.times(letter.post().id()) == 0)
            .findFirst()
            .orElseThrow();
    assertThat(await(gateway.redis.deadLetters.replay(first.id()))).isTrue();
    await().until(() -> world.saidTo(who).contains("dua"));
  }

  /// Committed before the person last wrote.
  private Post post(Effect effect, int times) {
    EffectId id = EffectId.of(who, 1, 0);
    return new Post(times == 0 ? id : Comebacks.id(id, times), effect, Instant.EPOCH, null);
  }

  private static Deliveries.Returned returned(String id, Post post, Remedy remedy) {
    return new Deliveries.Returned(id, post, remedy, "63018");
  }

  /// Gives back what the test put in until it is dealt with.
  private static final class Kept implements Deliveries {
    final List<Returned> back = new CopyOnWriteArrayList<>();
    final List<String> dealt = new CopyOnWriteArrayList<>();

    @Override
    public Future<List<Returned>> sent(List<Sent> taken) {
      return Future.succeededFuture(List.of());
    }

    @Override
    public Future<List<Returned>> report(DeliveryReport report) {
      return Future.succeededFuture(List.copyOf(back));
    }

    @Override
    public Future<List<Returned>> returned(int most) {
      return Future.succeededFuture(List.copyOf(back));
    }

    @Override
    public Future<Void> dealt(Returned returned) {
      dealt.add(returned.id());
      return Future.succeededFuture();
    }

    @Override
    public Future<Facts> facts(EffectId effect, List<String> providerIds) {
      return Future.succeededFuture(new Facts(false, Set.of(), Set.of()));
    }
  }
}
