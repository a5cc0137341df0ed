package id.kentongan.bot.postman;

import static id.kentongan.integrations.Await.await;

import id.kentongan.dialogs.stored.TalkJson;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.TestTalks;
import id.kentongan.integrations.stores.Stores;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class TimerWatchTest {
  private static final Duration LEASE = Duration.ofSeconds(2);

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
}
