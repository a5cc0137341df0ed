package id.kentongan.bot.bench;

import id.kentongan.bot.bench.Script.Act;
import id.kentongan.bot.bench.Script.Line;
import io.vertx.core.json.JsonObject;

/// One person on Telegram who goes through the script once, with a chat and a NIK of their own.
final class Person {
  private final Script script;
  private final long chat;
  private final String nik;
  private int step;
  private int lastMessage;
  private long since;
  private boolean answered;
  private boolean accepted;

  /// `number` is different for each person and decides who this is.
  Person(Script script, long number) {
    this.script = script;
    this.chat = 5_000_000_000L + number;
    this.nik = Niks.of(number);
  }

  long chat() {
    return chat;
  }

  /// How many messages there were before this one.
  long times() {
    return step;
  }

  Line line() {
    return script.lines().get(step);
  }

  /// Says the line; the answer counts from this nano time on.
  void speaks(long due) {
    since = due;
    answered = false;
    accepted = false;
  }

  /// The line of the script as an update that Telegram posts.
  ///
  /// Source: https://core.telegram.org/bots/api#update
  JsonObject update(long id, long second) {
    var from =
        new JsonObject()
            .put("id", chat)
            .put("is_bot", false)
            .put("first_name", "Slamet")
            .put("last_name", "Riyadi")
            .put("language_code", "id");
    var update = new JsonObject().put("update_id", id);
    return line().act() == Act.TAP
        ? update.put("callback_query", tap(id, from, second))
        : update.put("message", message(from, 2 * step + 1, second).put("text", words()));
  }

  /// What is written, or the choice that is tapped.
  String words() {
    return line().text().replace("{nik}", nik);
  }

  private JsonObject tap(long id, JsonObject from, long second) {
    return new JsonObject()
        .put("id", Long.toString(id))
        .put("from", from)
        .put("message", message(from, lastMessage, second).put("text", "?"))
        .put("chat_instance", Long.toString(chat))
        .put("data", line().text());
  }

  private JsonObject message(JsonObject from, int id, long second) {
    return new JsonObject()
        .put("message_id", id)
        .put("from", from)
        .put("chat", new JsonObject().put("id", chat).put("type", "private"))
        .put("date", second);
  }

  /// The bot's answer came; how many nanoseconds after the message.
  long answered(int messageId) {
    answered = true;
    lastMessage = messageId;
    return System.nanoTime() - since;
  }

  /// The webhook took the update.
  void accepted() {
    accepted = true;
  }

  boolean waits() {
    return !answered;
  }

  /// Whether the next message may go: Telegram posts those of a chat one after another.
  boolean free() {
    return answered && accepted;
  }

  /// Whether something is still missing that was due at `nanos`.
  boolean late(long nanos) {
    return !free() && since < nanos;
  }

  /// Goes on to the next line; false when the script is at its end.
  boolean advance() {
    return ++step < script.lines().size();
  }
}
