package id.kentongan.integrations.redis;

import static id.kentongan.integrations.Await.await;
import static id.kentongan.integrations.TestTalks.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.dialogs.stored.TalkJson;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Memory;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.integrations.TestTalks;
import id.kentongan.integrations.Vault;
import id.kentongan.integrations.VaultContract;
import id.kentongan.integrations.crypto.BrokenSeal;
import id.kentongan.integrations.crypto.DataKey;
import id.kentongan.integrations.stores.Stores;
import io.lettuce.core.FlushMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class RedisVaultTest extends VaultContract {
  private static TestRedis redis;

  @BeforeAll
  static void open() {
    redis = new TestRedis(Stores.redisUri(), "vault-test", Duration.ofSeconds(10));
  }

  @AfterAll
  static void close() {
    redis.close();
  }

  @Override
  protected Vault vault() {
    return redis.vault;
  }

  @Test
  void anIdleConversationTakesAtMostSixHundredBytes() {
    var who = someone();
    IntStream.range(0, 8).forEach(i -> turn(who, "event" + i));
    assertThat(TestTalks.JSON.write(await(vault().load(who)).talk()).length).isGreaterThan(100);
    String key = key(who);
    assertThat(await(redis.functions.repeated(() -> redis.functions.commands().memoryUsage(key))))
        .isLessThanOrEqualTo(600);
  }

  @Test
  void nothingPersonalIsReadableInRedis() {
    var who = new ConversationId("whatsapp", "+6281234567890");
    turn(who, "wamid.secret");
    var commands = redis.functions.commands();
    assertThat(await(redis.functions.repeated(() -> commands.keys("*6281234567890*")))).isEmpty();
    byte[] kept = await(redis.functions.repeated(() -> commands.get(key(who))));
    assertThat(new String(kept, StandardCharsets.ISO_8859_1))
        .doesNotContain("6281234567890")
        .doesNotContain("secret");
  }

  @Test
  void afterAnErasureTheKeyFromBeforeOpensNothing() {
    var who = someone();
    turn(who, "nik");
    var before = await(vault().load(who));
    var facts = Map.of(Memory.ERASED, "K7M4-92QX");
    var memory = new Memory(0, null, List.of(), null, facts);
    var fresh = Talk.fresh();
    var talk = new Talk(fresh.language(), List.of(), null, memory, Map.of());
    var next = new Vault.Next(talk, List.of(), List.of());
    var told = new Vault.Origin.Told();
    await(
        vault().commit(new Vault.Commit(who, before, "erased", before.version() + 1, next, told)));

    var other = new RedisVault(redis.functions, "reader", TestTalks.MASTER, TestTalks.JSON);
    var after = await(other.load(who));

    assertThat(after.talk()).isEqualTo(talk);
    DataKey old = Objects.requireNonNull(before.key());
    DataKey now = Objects.requireNonNull(after.key());
    byte[] sealed = old.seal(new byte[] {1}, "state");
    assertThatThrownBy(() -> now.open(sealed, "state")).isInstanceOf(BrokenSeal.class);
    turn(who, "again");
    assertThat(TestTalks.heard(await(other.load(who)).talk())).containsExactly("again");
  }

  @Test
  void aNewerShapeIsLeftToANewerNode() {
    var who = someone();
    var newer = new TalkJson(List.of(TestTalks.Heard.class), List.of(older -> older));
    var other = new RedisVault(redis.functions, "newer", TestTalks.MASTER, newer);
    await(other.commit(TestTalks.said(who, await(other.load(who)), "e1")));
    assertThatThrownBy(() -> await(vault().load(who))).hasCauseInstanceOf(Vault.TooNew.class);
  }

  @Test
  void aFormatToComeIsLeftToANewerNode() {
    var who = someone();
    turn(who, "e1");
    var commands = redis.functions.commands();
    String name = new TalkSeal(TestTalks.MASTER, TestTalks.JSON).name(who);
    String key = Shard.of(who).talk(name);
    await(redis.functions.repeated(() -> commands.setrange(key, 0, new byte[] {2})));
    var other = new RedisVault(redis.functions, "other", TestTalks.MASTER, TestTalks.JSON);
    assertThatThrownBy(() -> await(other.load(who))).hasCauseInstanceOf(Vault.TooNew.class);
  }

  @Test
  void aTurnFromMemoryIsStaleAfterAnotherNodes() {
    var who = someone();
    turn(who, "e1");
    var remembered = await(vault().base(who));
    var other = new RedisVault(redis.functions, "other", TestTalks.MASTER, TestTalks.JSON);
    await(other.commit(TestTalks.said(who, await(other.base(who)), "e2")));

    var late = await(vault().commit(TestTalks.said(who, remembered, "e3")));
    assertThat(late).isInstanceOf(Vault.Committed.Stale.class);
    assertThat(TestTalks.heard(await(vault().base(who)).talk())).containsExactly("e1", "e2");
    assertThat(turn(who, "e3")).isEqualTo(3);
  }

  @Test
  void aRepeatedMessageIsKnownThoughTheTurnBeganFromMemory() {
    var who = someone();
    turn(who, "e1");
    turn(who, "e2");
    var again = await(vault().commit(TestTalks.said(who, await(vault().base(who)), "e1")));
    assertThat(again).isInstanceOf(Vault.Committed.Duplicate.class);
  }

  @Test
  void aNodeThatIsOftenLateBeginsWithWhatIsKept() {
    var who = someone();
    var other = new RedisVault(redis.functions, "another", TestTalks.MASTER, TestTalks.JSON);
    var mine = new RedisVault(redis.functions, "mine", TestTalks.MASTER, TestTalks.JSON);
    int stale = 0;
    for (int i = 0; i < 60; i++) {
      await(other.commit(TestTalks.said(who, await(other.load(who)), "other" + i)));
      var done = await(mine.commit(TestTalks.said(who, await(mine.base(who)), "mine" + i)));
      stale += done instanceof Vault.Committed.Stale ? 1 : 0;
    }
    assertThat(stale).isBetween(1, 10);
  }

  @Test
  void theLibraryIsLoadedAgainWhenItIsGone() {
    var who = someone();
    turn(who, "e1");
    await(redis.functions.repeated(() -> redis.functions.commands().functionFlush(FlushMode.SYNC)));
    assertThat(turn(who, "e2")).isEqualTo(2);
  }

  @Test
  void aRedisThatThrowsThingsAwayIsRefused() {
    String uri = Stores.newRedis();
    try (var first = new TestRedis(uri, "n", Duration.ofSeconds(1))) {
      var commands = first.functions.commands();
      await(first.functions.repeated(() -> commands.configSet("maxmemory-policy", "allkeys-lru")));
      assertThatThrownBy(() -> await(RedisFunctions.open(first.vertx, RedisSettings.of(uri))))
          .hasMessageContaining("noeviction");
    }
  }

  private static String key(ConversationId who) {
    var name = new TalkSeal(TestTalks.MASTER, TestTalks.JSON).name(who);
    return Shard.of(who).talk(name);
  }
}
