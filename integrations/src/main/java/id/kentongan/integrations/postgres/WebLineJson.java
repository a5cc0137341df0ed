package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.integrations.WebMessages.Line;
import id.kentongan.integrations.WebMessages.Numbered;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A web line as it is kept.
final class WebLineJson {
  private WebLineJson() {}

  static String write(String id, Line line) {
    Bubble bubble = line.bubble();
    var choices = new JsonArray();
    bubble.choices().forEach(c -> choices.add(new JsonArray().add(c.id()).add(c.label())));
    var json = new JsonObject().put("id", id).put("own", line.own());
    json.put("at", line.at().toString()).put("text", bubble.text()).put("choices", choices);
    Bubble.Attachment file = bubble.attachment();
    if (file != null) {
      json.put("file", new JsonArray().add(file.fileId()).add(file.type()).add(file.name()));
    }
    return json.encode();
  }

  static Numbered read(long seq, String text) {
    var json = new JsonObject(text);
    List<Choice> choices =
        json.getJsonArray("choices").stream()
            .map(JsonArray.class::cast)
            .map(c -> new Choice(c.getString(0), c.getString(1)))
            .toList();
    var bubble = new Bubble(json.getString("text"), choices, file(json.getJsonArray("file")));
    var line = new Line(json.getBoolean("own"), Instant.parse(json.getString("at")), bubble);
    return new Numbered(seq, json.getString("id"), line);
  }

  private static Bubble.@Nullable Attachment file(@Nullable JsonArray file) {
    return file == null
        ? null
        : new Bubble.Attachment(file.getString(0), file.getString(1), file.getString(2));
  }
}
