package id.kentongan.bot.web;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.integrations.WebMessages.Numbered;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/// A line of the chat as the page gets it.
final class Entry {
  private Entry() {}

  static JsonObject json(Numbered numbered) {
    boolean own = numbered.line().own();
    Bubble bubble = numbered.line().bubble();
    var json =
        new JsonObject()
            .put("seq", numbered.seq())
            .put("own", own)
            .put("at", numbered.line().at().toString())
            .put("text", bubble.text());
    if (own) {
      json.put("id", numbered.id().substring(numbered.id().lastIndexOf(':') + 1));
    }
    if (!bubble.choices().isEmpty()) {
      var choices = new JsonArray();
      for (Choice choice : bubble.choices()) {
        choices.add(new JsonObject().put("id", choice.id()).put("label", choice.label()));
      }
      json.put("choices", choices);
    }
    Bubble.Attachment file = bubble.attachment();
    if (file != null) {
      var shown = new JsonObject().put("name", file.name()).put("type", file.type());
      json.put("file", own ? shown : shown.put("url", "/chat/files/" + numbered.seq()));
    }
    return json;
  }
}
