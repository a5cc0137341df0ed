package id.kentongan.integrations;

import static id.kentongan.integrations.Await.await;
import static id.kentongan.integrations.TestTalks.heard;
import static id.kentongan.integrations.TestTalks.said;
import static id.kentongan.integrations.TestTalks.say;
import static id.kentongan.integrations.TestTalks.someone;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Timer;
import id.kentongan.dialogs.talk.TimerName;
import id.kentongan.integrations.Vault.Committed.Done;
import id.kentongan.integrations.Vault.Committed.Duplicate;
import id.kentongan.integrations.Vault.Committed.Stale;
import id.kentongan.integrations.Vault.Origin;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every Vault holds to.
public abstract class VaultContract {
  protected abstract Vault vault();

  @Test
  void aConversationNobodyHadIsFresh() {
    var loaded = await(vault().load(someone()));
    assertThat(loaded.version()).isZero();
    assertThat(loaded.talk().stack()).isEmpty();
    assertThat(loaded.lastInbound()).isNull();
  }

  @Test
  void whatIsCommittedIsLoaded() {
    var who = someone();
    var at = Instant.parse("2026-11-20T02:00:00.123Z");
    var commit =
        TestTalks.commit(
            who, await(vault().load(who)), "e1", new Origin.Person(at), List.of(), say("hai"));
    assertThat(await(vault().commit(commit))).isInstanceOf(Done.class);
    var loaded = await(vault().load(who));
    assertThat(loaded.version()).isEqualTo(1);
    assertThat(heard(loaded.talk())).containsExactly("e1");
    assertThat(loaded.lastInbound()).isEqualTo(at);
  }

  @Test
  void anEventTakesEffectOnce() {
    var who = someone();
    turn(who, "e1");
    var again = said(who, await(vault().load(who)), "e1", say("lagi"));
    assertThat(await(vault().commit(again))).isInstanceOf(Duplicate.class);
    assertThat(heard(await(vault().load(who)).talk())).containsExactly("e1");
  }

  @Test
  void aDuplicateIsToldEvenWhenTheVersionMovedOn() {
    var who = someone();
    var fresh = await(vault().load(who));
    turn(who, "e1");
    turn(who, "e2");
    assertThat(await(vault().commit(said(who, fresh, "e1")))).isInstanceOf(Duplicate.class);
  }

  @Test
  void aStepOnAnOldVersionIsStale() {
    var who = someone();
    var old = await(vault().load(who));
    turn(who, "e1");
    assertThat(await(vault().commit(said(who, old, "e2")))).isInstanceOf(Stale.class);
    assertThat(heard(await(vault().load(who)).talk())).containsExactly("e1");
  }

  @Test
  void sixtyFourEventsAreRemembered() {
    var who = someone();
    IntStream.range(0, 64).forEach(i -> turn(who, "e" + i));
    var again = said(who, await(vault().load(who)), "e0");
    assertThat(await(vault().commit(again))).isInstanceOf(Duplicate.class);
  }

  @Test
  void manyAtOnceTakeEffectOnceEach() throws Exception {
    var who = someone();
    var events = IntStream.range(0, 64).mapToObj(i -> "e" + i).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var turns = events.stream().<Callable<Long>>map(event -> () -> turn(who, event)).toList();
      var versions = threads.invokeAll(turns).stream().map(done -> done.resultNow()).sorted();
      assertThat(versions).containsExactlyElementsOf(LongStreams.to(64));
    }
    assertThat(heard(await(vault().load(who)).talk())).containsExactlyInAnyOrderElementsOf(events);
  }

  @Test
  void aFiredTimerTakesEffectOnceAndOnlyAsItWasSet() {
    var who = someone();
    var due = Instant.parse("2099-01-01T00:00:00Z");
    var set = List.<Timer>of(new Timer.Set(TimerName.DRAFT_LEFT, due));
    var first = await(vault().load(who));
    await(vault().commit(TestTalks.commit(who, first, "e1", new Origin.Told(), set)));

    assertThat(fire(who, "t0", due.minusSeconds(1))).isInstanceOf(Duplicate.class);
    assertThat(fire(who, "t1", due)).isInstanceOf(Done.class);
    assertThat(fire(who, "t2", due)).isInstanceOf(Duplicate.class);
  }

  @Test
  void aCancelledTimerDoesNotFire() {
    var who = someone();
    var due = Instant.parse("2099-01-01T00:00:00Z");
    change(who, "e1", new Timer.Set(TimerName.DRAFT_LEFT, due));
    change(who, "e2", new Timer.Cancel(TimerName.DRAFT_LEFT));
    assertThat(fire(who, "t", due)).isInstanceOf(Duplicate.class);
  }

  private void change(ConversationId who, String event, Timer change) {
    var base = await(vault().load(who));
    var told = new Origin.Told();
    await(vault().commit(TestTalks.commit(who, base, event, told, List.of(change))));
  }

  private Vault.Committed fire(ConversationId who, String event, Instant due) {
    var base = await(vault().load(who));
    var fired = new Origin.Fired(TimerName.DRAFT_LEFT, due);
    return await(vault().commit(TestTalks.commit(who, base, event, fired, List.of())));
  }

  /// Commits until it is neither stale nor failed; the version written.
  protected long turn(ConversationId who, String event) {
    while (true) {
      var base = await(vault().load(who));
      if (await(vault().commit(said(who, base, event))) instanceof Done done) {
        return done.version();
      }
    }
  }

  private static final class LongStreams {
    static List<Long> to(int last) {
      return IntStream.rangeClosed(1, last).mapToObj(Long::valueOf).toList();
    }
  }
}
