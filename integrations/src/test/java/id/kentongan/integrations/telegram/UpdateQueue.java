package id.kentongan.integrations.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import id.kentongan.integrations.channel.Answer;
import id.kentongan.integrations.channel.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Updates as they wait at Telegram: forgotten only when a higher offset is asked for.
///
/// Source: https://core.telegram.org/bots/api#getupdates
final class UpdateQueue {
  final List<Integer> offsets = new CopyOnWriteArrayList<>();
  private final List<JsonNode> waiting = new ArrayList<>();

  UpdateQueue text(int id, long from, String text) {
    return raw(
        "{\"update_id\":%d,\"message\":{\"message_id\":%d,\"date\":1795000000,\"text\":\"%s\","
                .formatted(id, id, text)
            + "\"from\":{\"id\":%d,\"is_bot\":false,\"first_name\":\"x\"},".formatted(from)
            + "\"chat\":{\"id\":%d,\"type\":\"private\"}}}".formatted(from));
  }

  synchronized UpdateQueue raw(String update) {
    try {
      waiting.add(Fixtures.MAPPER.readTree(update));
      return this;
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  synchronized Answer answer(JsonNode request) {
    int offset = request.path("offset").asInt(0);
    offsets.add(offset);
    waiting.removeIf(update -> update.get("update_id").asInt() < offset);
    return ScriptedBotApi.result(waiting.stream().limit(request.get("limit").asInt()).toList());
  }

  synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }
}
