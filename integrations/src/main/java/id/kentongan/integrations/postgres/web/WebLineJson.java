package id.kentongan.integrations.postgres.web;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.integrations.WebMessages.Line;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of the web chat as it is sealed: `{"own", "at", "text", "choices": [[id, label]], "file":
/// [id, type, name]}`.
final class WebLineJson {
  private WebLineJson() {}

  static String of(Line line) {
    Bubble bubble = line.bubble();
    var json =
        new JsonObject()
            .put("own", line.own())
            .put("at", line.at().toString())
            .put("text", bubble.text());
    if (!bubble.choices().isEmpty()) {
      var choices = new JsonArray();
      bubble.choices().forEach(c -> choices.add(new JsonArray().add(c.id()).add(c.label())));
      json.put("choices", choices);
    }
    Bubble.Attachment file = bubble.attachment();
    if (file != null) {
      json.put("file", new JsonArray().add(file.fileId()).add(file.type()).add(file.name()));
    }
    return json.encode();
  }

  static Line read(String text) {
    var json = new JsonObject(text);
    List<Choice> choices = new ArrayList<>();
    JsonArray kept = json.getJsonArray("choices", new JsonArray());
    for (int i = 0; i < kept.size(); i++) {
      JsonArray choice = kept.getJsonArray(i);
      choices.add(new Choice(choice.getString(0), choice.getString(1)));
    }
    var bubble = new Bubble(json.getString("text"), choices, file(json.getJsonArray("file")));
    return new Line(json.getBoolean("own"), Instant.parse(json.getString("at")), bubble);
  }

  private static Bubble.@Nullable Attachment file(@Nullable JsonArray file) {
    return file == null
        ? null
        : new Bubble.Attachment(file.getString(0), file.getString(1), file.getString(2));
  }
}
