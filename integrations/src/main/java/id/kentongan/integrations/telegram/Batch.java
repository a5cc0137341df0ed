package id.kentongan.integrations.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Inbound;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands the updates of one answer to the Desk: one chat's events one after another, chats side by
/// side.
final class Batch {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramPolling.class);

  private final TelegramApi api;
  private final UpdateReader reader;
  private final Function<Inbound, Future<Void>> desk;

  Batch(TelegramApi api, UpdateReader reader, Function<Inbound, Future<Void>> desk) {
    this.api = api;
    this.reader = reader;
    this.desk = desk;
  }

  /// Done when every chat is; failed when one of them is not committed.
  Future<Void> commit(JsonNode updates) {
    Map<ConversationId, Future<Void>> chats = new HashMap<>();
    for (JsonNode update : updates) {
      hand(reader.read(update), chats);
    }
    return Future.join(List.copyOf(chats.values())).mapEmpty();
  }

  /// The highest id, so that the next offset is one more.
  static int last(JsonNode updates) {
    int last = 0;
    for (JsonNode update : updates) {
      last = Math.max(last, update.path("update_id").asInt(0));
    }
    return last;
  }

  private void hand(Reading reading, Map<ConversationId, Future<Void>> chats) {
    switch (reading) {
      case Reading.Came(Inbound inbound) ->
          chats.compute(
              inbound.conversation(),
              (chat, before) ->
                  (before == null ? Future.<Void>succeededFuture() : before)
                      .compose(ready -> desk.apply(inbound)));
      case Reading.Asked(String method, var request) -> {
        var _ = api.call(method, request);
      }
      case Reading.Nothing(String reason) -> LOG.debug("update ignored: {}", reason);
      case Reading.Unreadable() -> LOG.warn("Telegram gave something that is no update; skipped");
    }
  }
}
