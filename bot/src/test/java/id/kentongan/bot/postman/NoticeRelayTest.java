package id.kentongan.bot.postman;

import static id.kentongan.integrations.TestTalks.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.kentongan.dialogs.stored.TalkJson;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.integrations.Await;
import id.kentongan.integrations.Notices;
import id.kentongan.integrations.TestTalks;
import id.kentongan.integrations.stores.Stores;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class NoticeRelayTest {
  /// Notices in memory; the first attempt to mark them done is lost.
  private static final class FakeNotices implements Notices {
    final ConcurrentSkipListMap<Long, Waiting> rows = new ConcurrentSkipListMap<>();
    final AtomicInteger marks = new AtomicInteger();

    @Override
    public Future<List<Waiting>> waiting(long after, int most) {
      return Future.succeededFuture(
          rows.tailMap(after, false).values().stream().limit(most).toList());
    }

    @Override
    public Future<Void> done(List<Long> ids) {
      if (marks.getAndIncrement() == 0) {
        return Future.failedFuture("lost");
      }
      ids.forEach(rows::remove);
      return Future.succeededFuture();
    }
  }

  @Test
  void aNoticeBroughtTwiceByTwoNodesTakesEffectOnce() {
    String uri = Stores.newRedis();
    var world = new FakeWorld();
    var notices = new FakeNotices();
    var who = someone();
    for (long i = 1; i <= 3; i++) {
      notices.rows.put(i, new Notices.Waiting(i, who, new Notice.GivenBack()));
    }
    try (var one = new TestGateway(uri, world, Duration.ofSeconds(2)).started();
        var two = new TestGateway(uri, world, Duration.ofSeconds(2)).started()) {
      var first = new NoticeRelay(one.redis.vertx, one.redis.leases, notices, one.desk);
      var second = new NoticeRelay(two.redis.vertx, two.redis.leases, notices, two.desk);
      first.start();
      second.start();
      await().until(notices.rows::isEmpty);
      Await.await(first.stop());
      Await.await(second.stop());
      assertThat(one.heardBy(who)).containsExactly("notice", "notice", "notice");
      assertThat(notices.marks.get()).isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void whatOnlyANewerProgramCanOpenHoldsNobodyUp() {
    String uri = Stores.newRedis();
    var world = new FakeWorld();
    var notices = new FakeNotices();
    var lease = Duration.ofSeconds(2);
    var newerShape = new TalkJson(List.of(TestTalks.Heard.class), List.of(talk -> talk));
    var who = someone();
    try (var newer = new TestGateway(uri, world, lease, newerShape);
        var older = new TestGateway(uri, world, lease)) {
      for (long i = 1; i <= 250; i++) {
        var newly = someone();
        Await.await(newer.say(newly, "m" + i, "m"));
        notices.rows.put(i, new Notices.Waiting(i, newly, new Notice.GivenBack()));
      }
      notices.rows.put(251L, new Notices.Waiting(251, who, new Notice.GivenBack()));
      var relay = new NoticeRelay(older.redis.vertx, older.redis.leases, notices, older.desk);
      relay.start();
      await().until(() -> !notices.rows.containsKey(251L));
      Await.await(relay.stop());
      assertThat(older.heardBy(who)).containsExactly("notice");
      assertThat(notices.rows).as("what waits for a newer program").hasSize(250);
    }
  }
}
