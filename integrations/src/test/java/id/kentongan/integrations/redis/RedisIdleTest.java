package id.kentongan.integrations.redis;

import static id.kentongan.integrations.Await.await;
import static id.kentongan.integrations.TestTalks.someone;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Timer;
import id.kentongan.dialogs.talk.TimerName;
import id.kentongan.integrations.TestTalks;
import id.kentongan.integrations.Vault;
import id.kentongan.integrations.contract.SetClock;
import id.kentongan.integrations.memory.MemoryResting;
import id.kentongan.integrations.stores.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Conversations in which nobody has written for long leave Redis and come back.
class RedisIdleTest {
  private static final Duration IDLE = Duration.ofDays(90);
  private final TestRedis redis = new TestRedis(Stores.newRedis(), "n", Duration.ofSeconds(10));
  private final MemoryResting resting = new MemoryResting();
  private final SetClock clock = new SetClock("2026-11-20T02:00:00Z");
  private final RedisIdle idle =
      new RedisIdle(redis.functions, TestTalks.MASTER, TestTalks.JSON, resting, clock, IDLE);
  private final ConversationId who = someone();

  @AfterEach
  void disconnect() {
    redis.close();
  }

  @Test
  void aConversationRestsAndGoesOnWhereItWas() {
    says(node(), "e1");
    says(node(), "e2");
    assertThat(await(idle.sweep())).as("written just now").isZero();
    long before = bytes();

    clock.advance(IDLE.plusDays(1));
    assertThat(await(idle.sweep())).isEqualTo(1);
    assertThat(await(idle.sweep())).as("it rests already").isZero();
    assertThat(bytes()).isLessThan(before / 2);
    assertThat(resting.states).containsOnlyKeys(who);

    assertThat(says(node(), "e2")).isInstanceOf(Vault.Committed.Duplicate.class);
    assertThat(says(node(), "e3")).isEqualTo(new Vault.Committed.Done(3, null));
    assertThat(TestTalks.heard(await(node().load(who)).talk())).containsExactly("e1", "e2", "e3");
    assertThat(resting.states).isEmpty();
  }

  @Test
  void whoWaitsForATimerStays() {
    var vault = node();
    Instant due = clock.instant().plus(Duration.ofDays(400));
    var timers = List.<Timer>of(new Timer.Set(TimerName.DRAFT_LEFT, due));
    var person = new Vault.Origin.Person(clock.instant());
    await(vault.commit(TestTalks.commit(who, await(vault.load(who)), "e1", person, timers)));
    clock.advance(IDLE.plusDays(1));

    assertThat(await(idle.sweep())).isZero();
    assertThat(resting.states).isEmpty();
    assertThat(TestTalks.heard(await(node().load(who)).talk())).containsExactly("e1");
  }

  @Test
  void aRestThatIsLostBeginsAnewUnderItsVersion() {
    says(node(), "e1");
    clock.advance(IDLE.plusDays(1));
    await(idle.sweep());
    resting.states.clear();

    assertThat(says(node(), "e2")).isEqualTo(new Vault.Committed.Done(2, null));
    assertThat(TestTalks.heard(await(node().load(who)).talk())).containsExactly("e2");
  }

  /// why: one that has not the conversation in its memory.
  private RedisVault node() {
    return new RedisVault(redis.functions, "n", TestTalks.MASTER, TestTalks.JSON, resting);
  }

  private Vault.Committed says(Vault vault, String event) {
    var person = new Vault.Origin.Person(clock.instant());
    return await(
        vault.commit(TestTalks.commit(who, await(vault.load(who)), event, person, List.of())));
  }

  private long bytes() {
    String key = Shard.of(who).talk(new TalkSeal(TestTalks.MASTER, TestTalks.JSON).name(who));
    return await(redis.functions.repeated(() -> redis.functions.commands().strlen(key)));
  }
}
