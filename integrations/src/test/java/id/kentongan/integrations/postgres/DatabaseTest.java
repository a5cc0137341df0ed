package id.kentongan.integrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.integrations.crypto.KeyRefused;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.stores.Stores;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DatabaseTest {
  @Test
  void isMadeOnceThoughTwoNodesStartTogether() throws Exception {
    var url = DatabaseUrl.parse(Stores.newDatabase(), null, null);
    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Database>> starting =
          List.of(
              nodes.submit(() -> Database.start(url, TestDatabase.KEY)),
              nodes.submit(() -> Database.start(url, TestDatabase.KEY)));
      for (Future<Database> node : starting) {
        try (Database database = node.get(30, TimeUnit.SECONDS)) {
          assertThat(database.answers()).isTrue();
        }
      }
    }
  }

  @Test
  void refusesAnotherKeyThanItsOwn() {
    String url = Stores.newDatabase();
    Database.start(DatabaseUrl.parse(url, null, null), TestDatabase.KEY).close();
    byte[] other = new byte[32];
    other[5] = 1;

    assertThatThrownBy(
            () -> Database.start(DatabaseUrl.parse(url, null, null), MasterKey.of(other)))
        .isInstanceOf(KeyRefused.class)
        .hasMessageContaining("privacy.key-file");
  }

  @Test
  void answersOnTheCallersContext() throws Exception {
    Vertx vertx = Vertx.vertx();
    try (TestDatabase test = TestDatabase.start()) {
      Context context = vertx.getOrCreateContext();
      var seen = new java.util.concurrent.CompletableFuture<Context>();
      context.runOnContext(
          go ->
              test.database()
                  .transact(handle -> handle.createQuery("select 1").mapTo(Integer.class).one())
                  .onSuccess(one -> seen.complete(Vertx.currentContext()))
                  .onFailure(seen::completeExceptionally));
      assertThat(seen.get(10, TimeUnit.SECONDS)).isSameAs(context);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void readsBothKindsOfAddressAndPrintsNoPassword() {
    var url = DatabaseUrl.parse("postgresql://gw:p%40ss@db.example:5433/kt?ssl=true", null, null);

    assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://db.example:5433/kt?ssl=true");
    assertThat(url.user()).isEqualTo("gw");
    assertThat(url.password()).isEqualTo("p@ss");
    assertThat(url.toString()).doesNotContain("p@ss");
    assertThat(DatabaseUrl.parse("jdbc:postgresql://h/d?password=x", "u", "p").toString())
        .isEqualTo("jdbc:postgresql://h/d");
    assertThatThrownBy(() -> DatabaseUrl.parse("mysql://h/d", null, null))
        .hasMessageContaining("database.url");
  }
}
