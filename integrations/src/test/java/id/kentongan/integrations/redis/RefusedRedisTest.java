package id.kentongan.integrations.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.integrations.Unreachable;
import id.kentongan.integrations.stores.Ports;
import id.kentongan.integrations.stores.Stores;
import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RefusedRedisTest {
  private final Vertx vertx = Vertx.vertx();
  private final int port = URI.create(Stores.redisUri()).getPort();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void aWrongPasswordAndNone() {
    refused("redis://:geheim@127.0.0.1:" + port, "does not take the password");
    refused("redis://127.0.0.1:" + port, "asks for a password");
  }

  @Test
  void nobodyThere() {
    refused("redis://:geheim@127.0.0.1:" + Ports.free(), "nothing listens at 127.0.0.1:");
    refused("redis://:geheim@nobody.invalid", "no machine has the name in nobody.invalid:6379");
  }

  @Test
  void aUserWhoMayLoadNoFunctions() {
    String uri = Stores.newRedis();
    asked(
        uri,
        redis ->
            redis.aclSetuser(
                "guest",
                AclSetuserArgs.Builder.on()
                    .addPassword("geheim")
                    .allKeys()
                    .allChannels()
                    .allCommands()
                    .removeCommand(CommandType.FUNCTION)));
    refused(
        uri.replaceFirst("//[^@]*@", "//guest:geheim@"), "the user in the address may not do at");
  }

  @Test
  void aReplica() {
    String uri = Stores.newRedis();
    asked(uri, redis -> redis.replicaof("127.0.0.1", Ports.free()));
    refused(uri, "is a replica; name its master");
  }

  @Test
  void notWhatIsBusyForAMoment() {
    String uri = Stores.newRedis();
    paused(uri, "WRITE");
    RedisFunctions functions = RedisFunctions.open(vertx, RedisSettings.of(uri)).await();
    paused(uri, "ALL");
    functions.join(vertx.getOrCreateContext()).await();
    paused(uri, "ALL");
    functions.heard("news", nothing -> {}).await();
    functions.close();
  }

  /// For longer than a command may take.
  private static void paused(String uri, String what) {
    var words = new CommandArgs<>(StringCodec.UTF8).add("PAUSE").add(2_500).add(what);
    asked(
        uri,
        redis -> redis.dispatch(CommandType.CLIENT, new StatusOutput<>(StringCodec.UTF8), words));
  }

  @Test
  void aRedisFromBeforeFunctions() {
    var settings = RedisSettings.of("redis://127.0.0.1");
    assertThat(
            RefusedRedis.told(
                new RedisCommandExecutionException("ERR unknown command 'FUNCTION', with"),
                settings))
        .hasMessage(
            "redis.uri: 127.0.0.1:6379 is older than Redis 7.0 and knows no functions; use a newer"
                + " one");
  }

  @Test
  void whatIsNotKnownIsToldAsItIs() {
    var settings = RedisSettings.of("redis://127.0.0.1");
    assertThat(RefusedRedis.told(new IllegalStateException("ERR strange"), settings))
        .hasMessage("redis.uri: the store does not let us in: ERR strange");
  }

  private static void asked(String uri, Consumer<RedisCommands<String, String>> ask) {
    try (var client = RedisClient.create(uri);
        var connection = client.connect()) {
      ask.accept(connection.sync());
    }
  }

  private void refused(String uri, String told) {
    assertThatThrownBy(() -> RedisFunctions.open(vertx, RedisSettings.of(uri)).await())
        .isInstanceOf(Unreachable.class)
        .hasMessageStartingWith("redis.uri: ")
        .hasMessageContaining(told)
        .hasMessageNotContaining("geheim");
  }
}
