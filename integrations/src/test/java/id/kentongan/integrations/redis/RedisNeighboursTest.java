package id.kentongan.integrations.redis;

import static id.kentongan.integrations.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.integrations.Neighbours.Answer;
import id.kentongan.integrations.TestTalks;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.redis.NodeFrames.Ask;
import id.kentongan.integrations.redis.NodeFrames.Frame;
import id.kentongan.integrations.stores.Stores;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RedisNeighboursTest {
  private static final List<Answer> ALL = List.of(Answer.values());
  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final ConversationId WHO = new ConversationId("whatsapp", "+6281234567890");
  private static final Inbound.Words SECRET = new Inbound.Words("NIK 3510171708850003", false);

  private final TestRedis redis =
      new TestRedis(Stores.redisUri(), "neighbours", Duration.ofSeconds(10));
  private final RedisNeighbours here = node("here", TestTalks.MASTER, PATIENT);
  private final RedisNeighbours there = node("there", TestTalks.MASTER, PATIENT);

  @AfterEach
  void close() {
    redis.close();
  }

  @Test
  void whateverAPersonSendsArrivesAsItWas() {
    var file = new FileRef("AgACAgUAAx", "image/jpeg", 70_000);
    List<Inbound> all =
        Stream.of(
                SECRET,
                new Inbound.Words("🙏 mboten\n\"nggih\"", true),
                new Inbound.Ready(new Event.Tapped("consent.yes")),
                new Inbound.Ready(new Event.SentFile(file, "KTP", "album7")),
                new Inbound.Ready(new Event.SentLocation(-8.5, 114.3)),
                new Inbound.Ready(new Event.SentContact(new Phone("+6281234567890"), true)),
                new Inbound.Ready(new Event.SentOther(Event.SentOther.Kind.VOICE)),
                new Inbound.Ready(new Event.Left()))
            .map(content -> in("m", content))
            .toList();
    var done = new CopyOnWriteArrayList<Inbound>();
    await(here.listen(in -> Future.failedFuture("not for me")));
    await(
        there.listen(
            in -> {
              done.add(in);
              return Future.succeededFuture(Answer.COMMITTED);
            }));
    var answers = all.stream().map(in -> here.hand("there", in)).toList();
    answers.forEach(answer -> assertThat(await(answer)).isEqualTo(Answer.COMMITTED));
    assertThat(done).isEqualTo(all);
  }

  @Test
  void eachIsAnsweredForItselfThoughManyGoTogether() {
    await(here.listen(in -> Future.failedFuture("not for me")));
    await(there.listen(in -> answered(Integer.parseInt(in.id()))));
    var answers =
        IntStream.range(0, 400)
            .mapToObj(i -> here.hand("there", in(Integer.toString(i), SECRET)))
            .toList();
    for (int i = 0; i < 400; i++) {
      assertThat(await(answers.get(i))).isEqualTo(i % 5 == 4 ? Answer.NOT_MINE : ALL.get(i % 5));
    }
  }

  private static Future<Answer> answered(int number) {
    return number % 5 == 4
        ? Future.failedFuture("broken")
        : Future.succeededFuture(ALL.get(number % 5));
  }

  @Test
  void whoeverIsNotThereGivesNoAnswer() {
    var hasty = node("hasty", TestTalks.MASTER, Duration.ofMillis(20));
    await(hasty.listen(in -> Future.failedFuture("not for me")));
    assertThatThrownBy(() -> await(hasty.hand("nobody", in("m", SECRET))))
        .hasCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void whoCannotHearAnAnswerGivesNothingAwayAndNobodyWhatIsTooLong() {
    await(there.listen(in -> Future.succeededFuture(Answer.COMMITTED)));
    assertThat(await(here.hand("there", in("m", SECRET)))).isEqualTo(Answer.NOT_MINE);
    await(here.listen(in -> Future.failedFuture("not for me")));
    assertThat(await(here.hand("there", in("m", SECRET)))).isEqualTo(Answer.COMMITTED);
    var longer = new Inbound.Words("a".repeat(40_000), false);
    assertThat(await(here.hand("there", in("m", longer)))).isEqualTo(Answer.NOT_MINE);
  }

  @Test
  void nothingPersonalIsReadableOnTheWay() throws Exception {
    BlockingQueue<byte[]> seen = overheard("there");
    await(here.listen(in -> Future.failedFuture("not for me")));
    await(there.listen(in -> Future.succeededFuture(Answer.COMMITTED)));
    await(here.hand("there", in("wamid.secret", SECRET)));
    assertThat(new String(seen.take(), StandardCharsets.ISO_8859_1))
        .contains("here")
        .doesNotContain("6281234567890", "3510171708850003", "wamid", "Slamet");
  }

  @Test
  void whatWasNotSealedForThisNodeIsNoFrame() {
    var mine = new NodeFrames("there", TestTalks.MASTER);
    byte[] good =
        new NodeFrames("here", TestTalks.MASTER)
            .asks("there", List.of(new Ask(1, new byte[] {1, 2, 3})));
    assertThat(mine.open(good)).get().isInstanceOf(Frame.Asks.class);
    assertThat(new NodeFrames("elsewhere", TestTalks.MASTER).open(good)).isEmpty();
    var otherKey =
        new NodeFrames("there", MasterKey.of("9".repeat(32).getBytes(StandardCharsets.US_ASCII)));
    assertThat(otherKey.open(good)).isEmpty();
    for (int i = 0; i < good.length; i++) {
      byte[] changed = good.clone();
      changed[i] ^= (byte) 0x81;
      assertThat(mine.open(changed)).as("byte %d", i).isEmpty();
      assertThat(mine.open(Arrays.copyOf(good, i))).as("cut at %d", i).isEmpty();
    }
  }

  @Test
  void afterGarbageTheNextIsDone() {
    await(here.listen(in -> Future.failedFuture("not for me")));
    await(there.listen(in -> Future.succeededFuture(Answer.COMMITTED)));
    for (String garbage : List.of("", "\u0001", "\u0001\u0004here", "x".repeat(5_000))) {
      publish("there", Bytes.of(garbage));
    }
    assertThat(await(here.hand("there", in("m", SECRET)))).isEqualTo(Answer.COMMITTED);
  }

  @Test
  void anEventOfANewerProgramIsLeftToIt() throws Exception {
    var newer = new NodeFrames("newer", TestTalks.MASTER);
    BlockingQueue<byte[]> seen = overheard("newer");
    await(there.listen(in -> Future.succeededFuture(Answer.COMMITTED)));
    byte[] unknown =
        Bytes.of(
            """
            {"id":"m","conversation":{"channel":"test","sender":"x"},\
            "at":"2026-11-22T01:02:03Z","content":{"@":"Danced","steps":3}}\
            """);
    byte[] more =
        Bytes.of(
            """
            {"id":"m","conversation":{"channel":"test","sender":"x"},"at":"2026-11-22T01:02:03Z",\
            "content":{"@":"Words","text":"halo","edited":false},"mood":"glad"}\
            """);
    byte[] known =
        Bytes.of(new String(more, StandardCharsets.UTF_8).replace(",\"mood\":\"glad\"", ""));
    publish(
        "there",
        newer.asks("there", List.of(new Ask(1, unknown), new Ask(2, more), new Ask(3, known))));
    var said = new ArrayList<NodeFrames.Said>();
    while (said.size() < 3) {
      said.addAll(((Frame.Answers) newer.open(seen.take()).orElseThrow()).answers());
    }
    assertThat(said)
        .containsExactlyInAnyOrder(
            new NodeFrames.Said(1, Answer.NOT_MINE),
            new NodeFrames.Said(2, Answer.NOT_MINE),
            new NodeFrames.Said(3, Answer.COMMITTED));
  }

  private RedisNeighbours node(String name, MasterKey key, Duration patience) {
    return new RedisNeighbours(redis.vertx, redis.functions, name, key, patience);
  }

  private void publish(String node, byte[] frame) {
    await(
        redis.functions.repeated(
            () -> redis.functions.commands().publish("kentongan:hand:1:" + node, frame)));
  }

  private BlockingQueue<byte[]> overheard(String node) {
    var seen = new LinkedBlockingQueue<byte[]>();
    await(redis.functions.heard("kentongan:hand:1:" + node, seen::add));
    return seen;
  }

  private static Inbound in(String id, Inbound.Content content) {
    return new Inbound(id, WHO, Instant.EPOCH, content, "Slamet", "+6281234567890", "h");
  }
}
