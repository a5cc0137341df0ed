package id.kentongan.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.Door;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A provider that posts several messages at once.
class DoorsTest {
  private final Vertx vertx = Vertx.vertx();
  private final Map<String, Promise<Void>> taken = new ConcurrentHashMap<>();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void messagesOfManyAreTakenBesideEachOtherAndThoseOfOneInTheirOrder() {
    Future<Integer> status = posted(inbound("a", "a1"), inbound("a", "a2"), inbound("b", "b1"));
    Awaitility.await().until(() -> taken.keySet().containsAll(List.of("a1", "b1")));
    assertThat(taken).doesNotContainKey("a2");
    promise("a1").complete();
    Awaitility.await().until(() -> taken.containsKey("a2"));
    assertThat(status.isComplete()).isFalse();
    promise("a2").complete();
    promise("b1").complete();
    assertThat(status.await()).isEqualTo(200);
  }

  @Test
  void whatWasNotStoredIsToBeSentAgain() {
    Future<Integer> status = posted(inbound("a", "a1"), inbound("a", "a2"), inbound("b", "b1"));
    Awaitility.await().until(() -> taken.keySet().containsAll(List.of("a1", "b1")));
    promise("a1").fail("the store is away");
    promise("b1").complete();
    assertThat(status.await()).isEqualTo(503);
    assertThat(taken).doesNotContainKey("a2");
  }

  private Future<Integer> posted(Inbound... all) {
    Router router = Front.router(vertx);
    new Doors(this::take, report -> Future.succeededFuture(), new SimpleMeterRegistry())
        .mount(router, List.of(new Batch(List.of(all))));
    var server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
    return vertx
        .createHttpClient()
        .request(HttpMethod.POST, server.actualPort(), "127.0.0.1", "/batch")
        .compose(request -> request.send("{}"))
        .map(answer -> answer.statusCode());
  }

  private Promise<Void> promise(String id) {
    return Objects.requireNonNull(taken.get(id), id);
  }

  private Future<Void> take(Inbound event) {
    Promise<Void> promise = Promise.promise();
    taken.put(event.id(), promise);
    return promise.future();
  }

  private static Inbound inbound(String sender, String id) {
    var content = new Inbound.Words("halo", false);
    var conversation = new ConversationId("whatsapp", sender);
    return new Inbound(id, conversation, Instant.EPOCH, content, null, null, id);
  }

  private record Batch(List<Inbound> events) implements Door {
    @Override
    public String path() {
      return "/batch";
    }

    @Override
    public Admitted admit(Request request) {
      return new Admitted.Events(events);
    }
  }
}
