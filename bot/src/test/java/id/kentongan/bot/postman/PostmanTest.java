package id.kentongan.bot.postman;

import static id.kentongan.integrations.Await.await;
import static id.kentongan.integrations.TestTalks.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.kentongan.bot.desk.Received;
import id.kentongan.dialogs.talk.Announced;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.integrations.Outcome;
import id.kentongan.integrations.redis.Shard;
import id.kentongan.integrations.stores.Stores;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PostmanTest {
  private static final String REDIS = Stores.newRedis();

  private final FakeWorld world = new FakeWorld();
  private final ConversationId who = someone();
  private TestGateway gateway;

  @BeforeEach
  void start() {
    gateway = new TestGateway(REDIS, world, TestGateway.LASTING).started();
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void aMessageIsAnsweredAndNothingIsLeftInTheOutbox() {
    assertThat(await(gateway.say(who, "m1", "halo"))).isEqualTo(Received.COMMITTED);
    await().until(() -> world.saidTo(who).equals(List.of("halo")));
    await().until(() -> world.journal.size() == 1);
    assertThat(world.journal.getFirst().entry().said()).isEqualTo("halo");
    await().until(() -> pending() == 0);
  }

  @Test
  void aRepeatedMessageIsAnsweredOnce() {
    await(gateway.say(who, "m1", "halo"));
    assertThat(await(gateway.say(who, "m1", "halo"))).isEqualTo(Received.DUPLICATE);
    await(gateway.say(who, "m2", "dua"));
    await().until(() -> world.saidTo(who).size() == 2);
    assertThat(world.saidTo(who)).containsExactly("halo", "dua");
  }

  @Test
  void answersLeaveInOrder() {
    var all = IntStream.range(0, 50).mapToObj(i -> "n" + i).toList();
    all.forEach(text -> gateway.say(who, text, text));
    await().until(() -> world.saidTo(who).size() == 50);
    assertThat(world.saidTo(who)).isEqualTo(all);
    assertThat(gateway.heardBy(who)).isEqualTo(all);
  }

  @Test
  void aLongAnswerLeavesInPartsWithIdsOfTheirOwn() {
    await(gateway.say(who, "m1", "kata ".repeat(20).strip()));
    await().until(() -> world.saidTo(who).size() == 2);
    assertThat(world.sent.stream().map(FakeWorld.Sent::id).distinct()).hasSize(2);
    assertThat(String.join("", world.saidTo(who))).isEqualTo("kata ".repeat(20).strip());
  }

  @Test
  void aBurstOfAnswersIsMetByTheFirstAndTheLastQuestion() {
    Promise<Outcome> first = Promise.promise();
    world.outcome =
        sent ->
            sent.text().equals("ask 0")
                ? first.future()
                : Future.succeededFuture(new Outcome.Delivered("p"));
    await(gateway.say(who, "b0", "ask 0"));
    await().until(() -> world.saidTo(who).size() == 1);
    IntStream.range(1, 8).forEach(i -> await(gateway.say(who, "b" + i, "ask " + i)));
    first.complete(new Outcome.Delivered("p"));
    await().until(() -> world.saidTo(who).size() == 2);
    await().until(() -> pending() == 0);
    assertThat(world.saidTo(who)).containsExactly("ask 0", "ask 7");
  }

  @Test
  void laterHoldsOnlyItsLane() {
    var tries = new AtomicInteger();
    world.outcome =
        sent ->
            Future.succeededFuture(
                sent.text().equals("satu") && tries.incrementAndGet() < 3
                    ? new Outcome.Later(Duration.ZERO, "busy")
                    : new Outcome.Delivered("p"));
    var other = someone();
    await(gateway.say(who, "m1", "satu"));
    await(gateway.say(who, "m2", "dua"));
    await(gateway.say(other, "m3", "tiga"));
    await().until(() -> world.saidTo(other).size() == 1);
    await().until(() -> world.saidTo(who).contains("dua"));
    assertThat(world.saidTo(who)).containsExactly("satu", "satu", "satu", "dua");
  }

  @Test
  void aPauseThatTheProviderAsksForHoldsItsChannel() {
    var first = new AtomicInteger();
    world.outcome =
        sent ->
            Future.succeededFuture(
                first.getAndIncrement() == 0
                    ? new Outcome.Later(Duration.ofMillis(700), "429")
                    : new Outcome.Delivered("p"));
    long begun = System.nanoTime();
    await(gateway.say(who, "m1", "satu"));
    await().until(() -> !world.sent.isEmpty());
    await(gateway.say(someone(), "m2", "dua"));
    await().until(() -> world.sent.size() == 3);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(700));
  }

  @Test
  void repliesLeaveBeforeBroadcastsAfterAPause() {
    var over = new AtomicBoolean();
    var left = new CopyOnWriteArrayList<String>();
    world.outcome =
        sent -> {
          if (!over.get()) {
            return Future.succeededFuture(new Outcome.Later(Duration.ofMillis(300), "429"));
          }
          left.add(sent.text());
          return Future.succeededFuture(new Outcome.Delivered("p"));
        };
    await(gateway.say(who, "m1", "announce satu"));
    await().until(() -> !world.sent.isEmpty());
    await(gateway.say(someone(), "m2", "announce dua"));
    IntStream.range(0, 20).forEach(i -> await(gateway.say(someone(), "r" + i, "balas " + i)));
    over.set(true);
    await().until(() -> left.size() == 22);
    assertThat(left.subList(0, 20)).allMatch(text -> text.startsWith("balas"));
  }

  @Test
  void aBroadcastThatWasStoppedWhileItWaitedForTheMessengerIsNotSent() {
    var asked = new AtomicInteger();
    world.outcome =
        sent -> {
          world.stopped.add(7L);
          return Future.succeededFuture(
              asked.getAndIncrement() == 0
                  ? new Outcome.Later(Duration.ofMillis(300), "429")
                  : new Outcome.Delivered("p"));
        };
    await(gateway.say(who, "m1", "announce satu"));
    await().until(() -> asked.get() == 1);
    await(gateway.say(someone(), "m2", "announce dua"));
    await().until(() -> world.told.size() == 2);
    assertThat(world.told).containsOnly(new Effect.NoteAnnouncement(7, Announced.STOPPED, ""));
    assertThat(asked).hasValue(1);
    await().until(() -> pending() == 0);
    assertThat(await(gateway.redis.deadLetters.list(10))).isEmpty();
  }

  @Test
  void whatBecameOfABroadcastIsNotedAndIsNoDeadLetter() {
    world.outcome =
        sent ->
            Future.succeededFuture(
                switch (sent.text()) {
                  case "announce buruk" -> new Outcome.Never("outside the window");
                  case "announce pergi" -> new Outcome.Gone("blocked");
                  default -> new Outcome.Delivered("p");
                });
    var gone = someone();
    await(gateway.say(who, "m1", "announce baik"));
    await(gateway.say(who, "m2", "announce buruk"));
    await(gateway.say(gone, "m3", "announce pergi"));
    await().until(() -> world.told.size() == 3);
    assertThat(world.told)
        .containsExactlyInAnyOrder(
            new Effect.NoteAnnouncement(7, Announced.SENT, ""),
            new Effect.NoteAnnouncement(7, Announced.FAILED, "outside the window"),
            new Effect.NoteAnnouncement(7, Announced.GONE, ""));
    await().until(() -> gateway.heardBy(gone).contains("left"));
    await().until(() -> pending() == 0);
    assertThat(await(gateway.redis.deadLetters.list(10))).isEmpty();
  }

  @Test
  void whatCanNeverBeDeliveredIsADeadLetterAndTheNextLeaves() {
    world.outcome =
        sent ->
            Future.succeededFuture(
                sent.text().equals("buruk")
                    ? new Outcome.Never("bad request")
                    : new Outcome.Delivered("p"));
    await(gateway.say(who, "m1", "buruk"));
    await(gateway.say(who, "m2", "baik"));
    await().until(() -> world.saidTo(who).equals(List.of("buruk", "baik")));
    await().until(() -> await(gateway.redis.deadLetters.list(10)).size() == 1);

    world.outcome = sent -> Future.succeededFuture(new Outcome.Delivered("p"));
    var letter = await(gateway.redis.deadLetters.list(10)).getFirst();
    assertThat(letter.why()).isEqualTo("bad request");
    await(gateway.redis.deadLetters.replay(letter.id()));
    await().until(() -> world.saidTo(who).equals(List.of("buruk", "baik", "buruk")));
    await().until(() -> pending() == 0);
  }

  @Test
  void thePersonWhoIsGoneIsToldToTheConversation() {
    world.outcome = sent -> Future.succeededFuture(new Outcome.Gone("blocked"));
    await(gateway.say(who, "m1", "halo"));
    await().until(() -> gateway.heardBy(who).equals(List.of("halo", "left")));
    await().until(() -> pending() == 0);
  }

  @Test
  void anUnknownOutcomeIsSettledBeforeItIsSentAgain() {
    world.outcome = sent -> Future.succeededFuture(new Outcome.Unknown("cut"));
    world.settling = message -> new Outcome.Delivered("found");
    await(gateway.say(who, "m1", "halo"));
    await().until(() -> world.settled.size() == 1);
    await().until(() -> pending() == 0);
    assertThat(world.saidTo(who)).containsExactly("halo");
  }

  @Test
  void anAnswerOfTheRecordsIsAnEvent() {
    await(gateway.say(who, "m1", "look"));
    await().until(() -> gateway.heardBy(who).equals(List.of("look", "answer NotIdentified")));
    await().until(() -> world.saidTo(who).equals(List.of("sebentar", "answer NotIdentified")));
    assertThat(world.typing).containsExactly("hm1");
    await().until(() -> pending() == 0);
  }

  @Test
  void recordsThatComeBackAreAskedAgainUnderTheSameId() {
    var tries = new AtomicInteger();
    world.answer =
        ask ->
            tries.incrementAndGet() < 3
                ? Future.failedFuture("lost")
                : Future.succeededFuture(new Answer.NotIdentified());
    await(gateway.say(who, "m1", "look"));
    await().until(() -> gateway.heardBy(who).contains("answer NotIdentified"));
    assertThat(world.asked).hasSize(3);
    assertThat(world.asked.stream().distinct()).hasSize(1);
  }

  @Test
  void aFileIsKeptAndThePlatformsCopyForgotten() {
    await(gateway.say(who, "m1", "fetch photo"));
    await().until(() -> gateway.heardBy(who).contains("answer FileKept"));
    await().until(() -> world.forgotten.equals(List.of("photo")));
    await(gateway.say(who, "m2", "fetch gone"));
    await().until(() -> gateway.heardBy(who).contains("answer FileRefused"));
    assertThat(world.forgotten).containsExactly("photo");
  }

  @Test
  void whatIsToldToTheRecordsIsToldOnce() {
    await(gateway.say(who, "m1", "consent"));
    await().until(() -> world.told.equals(List.of(new Effect.RecordConsent("enroll", "1"))));
    await().until(() -> pending() == 0);
  }

  @Test
  void aTimerThatWasTakenAwayIsNotWaitedFor() {
    var later = Duration.ofHours(2);
    await(gateway.say(who, "m1", "timer 3600000"));
    assertThat(await(gateway.postman.quiet(later))).isFalse();
    await(gateway.say(who, "m2", "cancel"));
    await().until(() -> await(gateway.postman.quiet(later)));
    await(gateway.say(who, "m3", "timer 600"));
    await().until(() -> gateway.heardBy(who).getLast().equals("due FILES_QUIET"));
  }

  @Test
  void anEventThatHasNoStepIsNotRepeatedForEver() {
    assertThat(await(gateway.say(who, "m1", "bug"))).isEqualTo(Received.COMMITTED);
    assertThat(await(gateway.say(who, "m1", "bug"))).isEqualTo(Received.DUPLICATE);
    await(gateway.say(who, "m2", "halo"));
    await().until(() -> world.saidTo(who).equals(List.of("halo")));
  }

  @Test
  void whatIsUnderWayIsFinishedWhenTheNodeStops() {
    Promise<Outcome> slow = Promise.promise();
    world.outcome = sent -> slow.future();
    await(gateway.say(who, "m1", "halo"));
    await().until(() -> world.sent.size() == 1);
    var stopped = gateway.rounds.stop();
    assertThat(stopped.isComplete()).isFalse();
    slow.complete(new Outcome.Delivered("p"));
    await(stopped);
    var sent = new CopyOnWriteArrayList<>(world.sent);
    assertThat(pending()).isZero();
    assertThat(sent).hasSize(1);
  }

  private long pending() {
    return Shard.names().stream().mapToLong(gateway.redis::pending).sum();
  }
}
