package id.kentongan.bot.postman;

import static id.kentongan.integrations.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.stored.TalkJson;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.TestTalks;
import id.kentongan.integrations.stores.Stores;
import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.ByteArrayCodec;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class TimerWatchTest {
  private static final Duration LEASE = Duration.ofSeconds(2);

  @Test
  void aTimerFiresOnceAndACancelledOneNever() {
    ConversationId who = TestTalks.someone();
    try (var gateway = new TestGateway(Stores.newRedis(), new FakeWorld(), LEASE)) {
      ConversationId other = like(gateway, gateway.redis.vault.shard(who));
      await(gateway.say(other, "m1", "timer 1"));
      await(gateway.say(other, "m2", "cancel"));
      await(gateway.say(who, "m3", "timer 1"));
      // why only now: however slow the machine, it is cancelled before it could fire
      gateway.started();
      Awaitility.await().until(() -> gateway.heardBy(who).contains("due FILES_QUIET"));
      Awaitility.await().until(() -> await(gateway.postman.quiet(Duration.ofHours(1))));
      assertThat(gateway.heardBy(who)).containsExactly("timer 1", "due FILES_QUIET");
      assertThat(gateway.heardBy(other)).containsExactly("timer 1", "cancel");
    }
  }

  @Test
  void timersOfConversationsThatOnlyANewerProgramReadsHoldNobodyUp() {
    String uri = Stores.newRedis();
    var world = new FakeWorld();
    var newerShape = new TalkJson(List.of(TestTalks.Heard.class), List.of(talk -> talk));
    ConversationId who = TestTalks.someone();
    try (var newer = new TestGateway(uri, world, LEASE, newerShape);
        var older = new TestGateway(uri, world, LEASE)) {
      String shard = older.redis.vault.shard(who);
      Stream.generate(TestTalks::someone)
          .filter(one -> older.redis.vault.shard(one).equals(shard))
          .limit(150)
          .forEach(one -> await(newer.say(one, "timer", "timer 1")));
      await(older.say(who, "timer", "timer 50"));
      older.started();
      Awaitility.await().until(() -> older.heardBy(who).contains("due FILES_QUIET"));
    }
  }

  @Test
  void howeverManyStayNobodyElseWaits() {
    String uri = Stores.newRedis();
    ConversationId who = TestTalks.someone();
    try (var redis = RedisClient.create(uri);
        var older = new TestGateway(uri, new FakeWorld(), LEASE)) {
      String shard = older.redis.vault.shard(who);
      strangers(redis, shard, 1_500);
      await(older.say(who, "timer", "timer 50"));
      older.started();
      Awaitility.await().until(() -> older.heardBy(who).contains("due FILES_QUIET"));
      await(older.say(who, "another", "timer 20"));
      Awaitility.await()
          .until(() -> Collections.frequency(older.heardBy(who), "due FILES_QUIET") == 2);
    }
  }

  @Test
  void thoseThatStayAreTriedAgain() {
    String uri = Stores.newRedis();
    ConversationId who = TestTalks.someone();
    try (var redis = RedisClient.create(uri);
        var gateway = new TestGateway(uri, new FakeWorld(), LEASE)) {
      String shard = gateway.redis.vault.shard(who);
      await(gateway.say(who, "timer", "timer 1"));
      strangers(redis, shard, 150);
      var commands = redis.connect(ByteArrayCodec.INSTANCE).sync();
      byte[] talk = commands.keys("{" + shard + "}:talk:*").getFirst();
      byte[] kept = commands.setGet(talk, new byte[] {1, 2});
      gateway.started();
      ConversationId other = like(gateway, shard);
      await(gateway.say(other, "timer", "timer 20"));
      Awaitility.await().until(() -> gateway.heardBy(other).contains("due FILES_QUIET"));
      commands.set(talk, kept);
      Awaitility.await().until(() -> gateway.heardBy(who).contains("due FILES_QUIET"));
    }
  }

  /// Timers that no program here knows, due for long.
  private static void strangers(RedisClient redis, String shard, int many) {
    var commands = redis.connect().sync();
    for (int i = 0; i < many; i++) {
      commands.zadd("{" + shard + "}:timers", i + 1, "someone" + i + ":DANCE");
    }
  }

  private static ConversationId like(TestGateway gateway, String shard) {
    return Stream.generate(TestTalks::someone)
        .filter(one -> gateway.redis.vault.shard(one).equals(shard))
        .findFirst()
        .orElseThrow();
  }
}
