package id.kentongan.bot.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Updates that wait to be asked for, as Telegram keeps them: until a later offset is asked for. A
/// request that finds none is answered when one comes. Used on one event loop.
///
/// Source: https://core.telegram.org/bots/api#getupdates
final class KeptUpdates {
  private final Vertx vertx;
  private final Deque<JsonObject> kept = new ArrayDeque<>();
  private @Nullable HttpServerRequest waits;
  private int most;

  KeptUpdates(Vertx vertx) {
    this.vertx = vertx;
  }

  void add(JsonObject update) {
    kept.add(update);
    answer();
  }

  void asked(HttpServerRequest request, JsonObject by) {
    long from = by.getLong("offset", 0L);
    while (!kept.isEmpty() && kept.getFirst().getLong("update_id") < from) {
      kept.removeFirst();
    }
    waits = request;
    most = by.getInteger("limit", 100);
    if (kept.isEmpty()) {
      long patience = 1 + 1000L * by.getInteger("timeout", 0);
      vertx.setTimer(patience, over -> give(request));
    } else {
      answer();
    }
  }

  private void answer() {
    HttpServerRequest asked = waits;
    if (asked != null) {
      give(asked);
    }
  }

  private void give(HttpServerRequest asked) {
    if (asked.equals(waits)) {
      waits = null;
      var updates = new JsonArray();
      kept.stream().limit(most).forEach(updates::add);
      FakeTelegram.answer(asked, 200, FakeTelegram.ok(updates));
    }
  }
}
