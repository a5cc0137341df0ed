package id.kentongan.bot.backup;

import static id.kentongan.integrations.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.bot.Refused;
import id.kentongan.bot.settings.TestSettings;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.TestTalks;
import id.kentongan.integrations.Vault.Committed;
import id.kentongan.integrations.crypto.KeyRefused;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.DatabaseUrl;
import id.kentongan.integrations.redis.TestRedis;
import id.kentongan.integrations.stores.Stores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackupsTest {
  private static final ConversationId WHO = new ConversationId("telegram", "77");

  @TempDir private Path folder = Path.of("");
  private final Map<String, String> environment = new HashMap<>();
  private String redis = "";
  private String database = "";
  private Path file = Path.of("");

  @BeforeEach
  void aStoreWithAConversationAndAWaitingMessage() throws Exception {
    file = folder.resolve("a.backup");
    key("0");
    environment.put("KENTONGAN_DATA_DIR", folder.resolve("data").toString());
    emptyStores();
    Database.start(DatabaseUrl.parse(database, null, null), TestTalks.MASTER).close();
    try (var gateway = new TestRedis(redis, "n", Duration.ofSeconds(30))) {
      var base = await(gateway.vault.load(WHO));
      var commit = TestTalks.said(WHO, base, "m1", TestTalks.say("rahasia"));
      assertThat(await(gateway.vault.commit(commit))).isInstanceOf(Committed.Done.class);
    }
  }

  @Test
  void whereNoGatewayRanThereIsNothingToCopy() {
    Path data = folder.resolve("fresh");
    var settings = TestSettings.of(Map.of("KENTONGAN_DATA_DIR", data.toString()));
    var backups = new Backups(settings, InstantSource.system());
    assertThatThrownBy(() -> backups.write(folder.resolve("b")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(data.toString());
    assertThat(data).as("a first start makes the key where there are no stores").doesNotExist();
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path there = folder.resolve("nowhere/a.backup");
    assertThatThrownBy(() -> backups(InstantSource.system()).write(there))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("no folder for " + there);
  }

  @Test
  void whatWaitedForTooLongIsListedAndNotSent() throws Exception {
    assertThat(backups(InstantSource.system()).write(file).redis().waiting()).isEqualTo(1);
    emptyStores();
    var later = InstantSource.offset(InstantSource.system(), Duration.ofHours(2));
    var back = backups(later).restore(file).redis();
    assertThat(back.laidAside()).isEqualTo(1);
    assertThat(back.waiting()).isZero();
    try (var gateway = new TestRedis(redis, "n", Duration.ofSeconds(30))) {
      var letter = await(gateway.deadLetters.list(10)).getFirst();
      assertThat(letter.why()).startsWith("not sent after a restore: it waited since 20");
      assertThat(await(gateway.deadLetters.replay(letter.id()))).isTrue();
      assertThat(gateway.pending(gateway.vault.shard(WHO))).isEqualTo(1);
    }
  }

  @Test
  void whatIsYoungIsSentAndEventsBeforeAreRemembered() throws Exception {
    backups(InstantSource.system()).write(file);
    emptyStores();
    long before = Instant.now().getEpochSecond();
    assertThat(backups(InstantSource.system()).restore(file).redis().waiting()).isEqualTo(1);
    try (var gateway = new TestRedis(redis, "n", Duration.ofSeconds(30))) {
      var base = await(gateway.vault.load(WHO));
      assertThat(TestTalks.heard(base.talk())).containsExactly("m1");
      assertThat(base.version()).isGreaterThanOrEqualTo(before);
      var again = await(gateway.vault.commit(TestTalks.said(WHO, base, "m1")));
      assertThat(again).isInstanceOf(Committed.Duplicate.class);
    }
    assertThatThrownBy(() -> backups(InstantSource.system()).restore(file))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("empty");
  }

  @Test
  void anotherKeyOrABrokenFileIsRefusedAndNothingIsTouched() throws Exception {
    backups(InstantSource.system()).write(file);
    assertThatThrownBy(() -> backups(InstantSource.system()).write(file))
        .isInstanceOf(Refused.class);
    byte[] whole = Files.readAllBytes(file);
    emptyStores();
    key("1");
    assertThatThrownBy(() -> backups(InstantSource.system()).restore(file))
        .isInstanceOf(KeyRefused.class);
    key("0");
    refused(Arrays.copyOf(whole, whole.length / 2));
    byte[] changed = whole.clone();
    // Behind the header of the first part and its name, redis/k0.
    changed[30 + 8 + 2] ^= 1;
    refused(changed);
    assertThat(backups(InstantSource.system()).restore(file).rows()).isPositive();
  }

  private void refused(byte[] bytes) throws Exception {
    Path other = Files.write(folder.resolve("other.backup"), bytes);
    assertThatThrownBy(() -> backups(InstantSource.system()).restore(other))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("whole");
  }

  private void key(String digit) throws Exception {
    Path key = Files.writeString(folder.resolve("key"), digit.repeat(64));
    environment.put("KENTONGAN_PRIVACY_KEY_FILE", key.toString());
  }

  private void emptyStores() {
    redis = Stores.newRedis();
    database = Stores.newDatabase();
    environment.put("KENTONGAN_REDIS_URI", redis);
    environment.put("KENTONGAN_DATABASE_URL", database);
  }

  private Backups backups(InstantSource clock) {
    return new Backups(TestSettings.of(environment), clock);
  }
}
