package id.kentongan.bot.chat;

import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.State;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/// A turn as `chat --json` prints it. Nothing waited for is an empty dialog and state; what is not
/// words has an empty intent and confidence 0.
public final class TurnJson {
  private TurnJson() {}

  public static String of(Room.Turn turn) {
    var replies = new JsonArray();
    turn.replies().forEach(said -> replies.add(reply(said)));
    State state = turn.state();
    Understood understood = turn.understood();
    return new JsonObject()
        .put("replies", replies)
        .put("dialog", state == null ? "" : state.dialog())
        .put("state", state == null ? "" : state.name())
        .put("intent", understood == null ? "" : understood.best().intent())
        .put("confidence", understood == null ? 0.0 : understood.best().confidence())
        .encode();
  }

  public static String error(String why) {
    return new JsonObject().put("error", why).encode();
  }

  /// The line that moves the clock.
  static String advance(String span) {
    return new JsonObject().put("advance", span).encode();
  }

  private static JsonObject reply(Room.Said said) {
    var choices = new JsonArray();
    for (Choice choice : said.bubble().choices()) {
      choices.add(new JsonObject().put("id", choice.id()).put("label", choice.label()));
    }
    return new JsonObject()
        .put("text", said.bubble().text())
        .put("choices", choices)
        .put("media", said.media());
  }
}
