package id.kentongan.integrations.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.channel.Answer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TelegramPollingTest {
  private final Vertx vertx = Vertx.vertx();
  private final ScriptedBotApi telegram = new ScriptedBotApi(vertx);
  private final UpdateQueue queue = new UpdateQueue();
  private final OneLease lease = new OneLease();
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final List<TelegramPolling> running = new ArrayList<>();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void answerFromTheQueue() {
    telegram.usually("getUpdates", queue::answer);
    log.start();
    logger().setLevel(Level.INFO);
    logger().addAppender(log);
  }

  @AfterEach
  void everyRequestIsAsPublished() {
    logger().detachAppender(log);
    running.forEach(TelegramPolling::stop);
    vertx.close().await();
    assertThat(telegram.violations).isEmpty();
  }

  @Test
  void takesEachChatInItsOrderAndChatsSideBySide() {
    Promise<Void> first = Promise.promise();
    queue.text(1, 101, "a").text(2, 101, "b").text(3, 202, "c");
    poll(inbound -> note(inbound, text(inbound).equals("a") ? first.future() : done()));
    await().until(() -> taken.containsAll(List.of("a", "c")));
    assertThat(taken).doesNotContain("b");
    first.complete();
    await().until(() -> taken.contains("b"));
    await().until(queue::isEmpty);
    assertThat(taken).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void movesTheOffsetOnlyAfterTheCommit() {
    Promise<Void> commit = Promise.promise();
    queue.text(7, 101, "a");
    poll(inbound -> note(inbound, commit.future()));
    await().until(() -> taken.contains("a"));
    assertThat(telegram.calls("getUpdates")).hasSize(1);
    assertThat(offset(telegram.calls("getUpdates").getLast().fields())).isZero();
    commit.complete();
    await().until(queue::isEmpty);
    assertThat(queue.offsets).contains(8);
  }

  @Test
  void readsAgainWhatACrashLeftUncommitted() {
    queue.text(1, 101, "a").text(2, 202, "b");
    TelegramPolling killed = poll(inbound -> note(inbound, Promise.<Void>promise().future()));
    await().until(() -> taken.size() == 2);
    var _ = killed.stop();
    lease.end();
    poll(inbound -> note(inbound, done()));
    await().until(queue::isEmpty);
    assertThat(taken).containsExactly("a", "b", "a", "b");
  }

  @Test
  void givesAgainWhatTheDeskCouldNotCommit() {
    queue.text(1, 101, "a").text(2, 101, "b").text(3, 202, "c");
    List<String> failed = new CopyOnWriteArrayList<>();
    poll(
        inbound ->
            text(inbound).equals("a") && failed.size() < 3 && failed.add("a")
                ? Future.failedFuture("the store is away")
                : note(inbound, done()));
    await().until(queue::isEmpty);
    assertThat(taken).endsWith("a", "b", "c").filteredOn("b"::equals).hasSize(1);
    assertThat(said("not committed")).isOne();
  }

  @Test
  void survivesADeskThatThrows() {
    queue.text(1, 101, "a");
    List<String> thrown = new CopyOnWriteArrayList<>();
    poll(
        inbound -> {
          if (thrown.isEmpty()) {
            thrown.add("once");
            throw new IllegalStateException("a bug");
          }
          return note(inbound, done());
        });
    await().until(queue::isEmpty);
    assertThat(taken).containsExactly("a");
  }

  @Test
  void skipsPoison() {
    queue.raw("{\"update_id\":1,\"message\":[\"of\",\"tomorrow\"]}");
    queue.raw("{\"update_id\":2,\"message\":{\"message_id\":1}}").text(3, 101, "a");
    poll(inbound -> note(inbound, done()));
    await().until(queue::isEmpty);
    assertThat(taken).containsExactly("a");
  }

  @Test
  void leavesAGroup() {
    queue.raw(
        "{\"update_id\":1,\"message\":{\"message_id\":1,\"date\":1,\"text\":\"x\","
            + "\"chat\":{\"id\":-5,\"type\":\"group\",\"title\":\"RT\"}}}");
    poll(inbound -> note(inbound, done()));
    await().until(() -> telegram.calls("leaveChat").size() == 1);
    await().until(queue::isEmpty);
  }

  @Test
  void standsBackForAnotherPollerAndSaysSoOnce() {
    String conflict =
        "{\"ok\":false,\"error_code\":409,\"description\":\"Conflict: terminated by other\"}";
    Answer refusal = Answer.json(409, conflict);
    telegram.script("getUpdates", refusal, refusal, refusal);
    queue.text(1, 101, "a");
    poll(inbound -> note(inbound, done()));
    await().until(queue::isEmpty);
    assertThat(said("409 Conflict")).isOne();
    assertThat(said("goes well again")).isOne();
  }

  @Test
  void waitsAsLongAsTelegramSays() {
    String flood =
        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests\","
            + "\"parameters\":{\"retry_after\":1}}";
    telegram.script("getUpdates", Answer.json(429, flood));
    queue.text(1, 101, "a");
    long start = System.nanoTime();
    poll(inbound -> note(inbound, done()));
    await().until(queue::isEmpty);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(990));
  }

  @Test
  void comesBackAfterTheNetwork() {
    telegram.script(
        "getUpdates",
        new Answer.Cut(),
        Answer.json(502, "<html>"),
        Answer.json(200, "{\"ok\":true,\"result\":7}"),
        new Answer.Cut());
    queue.text(1, 101, "a");
    poll(inbound -> note(inbound, done()));
    await().until(queue::isEmpty);
    assertThat(taken).containsExactly("a");
  }

  @Test
  void takesIdsThatBeginAnewAfterAQuietWeek() {
    queue.text(900, 101, "before");
    poll(inbound -> note(inbound, done()));
    await().until(() -> taken.contains("before") && queue.isEmpty());
    await().until(() -> queue.offsets.getLast() == 0);
    queue.text(5, 101, "after");
    await().until(queue::isEmpty);
    assertThat(taken).containsExactly("before", "after");
  }

  @Test
  void pollsOnOneNodeOnly() {
    lease.takeAway();
    poll(inbound -> note(inbound, done()));
    await().until(() -> lease.asked() >= 3);
    assertThat(telegram.calls).isEmpty();
    lease.end();
    queue.text(1, 101, "a");
    await().until(queue::isEmpty);
  }

  @Test
  void givesTheLeaseBackWhenItStops() {
    TelegramPolling polling = poll(inbound -> note(inbound, done()));
    await().until(() -> !telegram.calls("getUpdates").isEmpty());
    polling.stop().await();
    assertThat(lease.isHeld()).isFalse();
  }

  private TelegramPolling poll(Function<Inbound, Future<Void>> desk) {
    var quick = Duration.ofMillis(20);
    var polling =
        new TelegramPolling(
            vertx,
            new TelegramApi(vertx, telegram.access(), Duration.ofSeconds(5)),
            new TelegramPolling.Reader(new TelegramClock(InstantSource.system()), "no groups"),
            lease,
            desk,
            new TelegramPolling.Pauses(quick, quick, quick, quick));
    running.add(polling);
    polling.start();
    return polling;
  }

  private Future<Void> note(Inbound inbound, Future<Void> then) {
    taken.add(text(inbound));
    return then;
  }

  private static Future<Void> done() {
    return Future.succeededFuture();
  }

  private static String text(Inbound inbound) {
    return inbound.content() instanceof Inbound.Words words ? words.text() : "";
  }

  private static int offset(JsonNode fields) {
    return fields.path("offset").asInt(0);
  }

  private long said(String text) {
    return List.copyOf(log.list).stream()
        .filter(event -> event.getFormattedMessage().contains(text))
        .count();
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(TelegramPolling.class);
  }
}
