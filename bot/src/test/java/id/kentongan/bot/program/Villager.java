package id.kentongan.bot.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A person on Telegram. Everything they send reaches the bot twice, as it may, and must be
/// answered once.
final class Villager {
  private static final AtomicInteger UPDATES = new AtomicInteger(700);

  private final long chat;
  private final TelegramStub telegram;
  private final InstantSource clock;
  private Consumer<JsonObject> deliver;
  private int answers;
  private boolean forgiving;

  Villager(long chat, TelegramStub telegram, InstantSource clock, Consumer<JsonObject> deliver) {
    this.chat = chat;
    this.telegram = telegram;
    this.clock = clock;
    this.deliver = deliver;
  }

  /// From now on what they send goes another way.
  void by(Consumer<JsonObject> other) {
    deliver = other;
  }

  /// Takes the same message twice in a row for one, as may come when a process is killed.
  void forgives() {
    forgiving = true;
  }

  /// Says something and waits for the one answer, in which the pattern must be found.
  String says(String text, String answered) {
    sends(message().put("text", text));
    return hears(answered);
  }

  String taps(String choice, String answered) {
    tap(choice);
    return hears(answered);
  }

  private void tap(String choice) {
    var tap =
        new JsonObject()
            .put("id", "tap" + UPDATES.get())
            .put("from", from())
            .put("message", message().put("text", "?"))
            .put("chat_instance", "1")
            .put("data", choice);
    twice(update().put("callback_query", tap));
  }

  void photographs(String fileId, String caption) {
    var size =
        new JsonObject()
            .put("file_id", fileId)
            .put("file_unique_id", fileId)
            .put("width", 90)
            .put("height", 90)
            .put("file_size", 1000);
    sends(message().put("photo", new JsonArray().add(size)).put("caption", caption));
  }

  void sendsFile(String fileId, String type) {
    var file =
        new JsonObject()
            .put("file_id", fileId)
            .put("file_unique_id", fileId)
            .put("mime_type", type)
            .put("file_size", 1000);
    sends(message().put("document", file));
  }

  void writes(String text) {
    sends(message().put("text", text));
  }

  void presses(String choice) {
    tap(choice);
  }

  /// Waits for a message that comes after those looked at before, among others that may come.
  String hearsSometime(String pattern) {
    var searched = Pattern.compile(pattern);
    await()
        .untilAsserted(
            () ->
                assertThat(said().stream().skip(answers))
                    .anyMatch(text -> searched.matcher(text).find()));
    List<String> all = said();
    while (!searched.matcher(all.get(answers)).find()) {
      answers++;
    }
    return all.get(answers++);
  }

  /// Waits for the next message of the bot.
  String hears(String pattern) {
    int next = answers++;
    await().untilAsserted(() -> assertThat(said()).hasSizeGreaterThan(next));
    assertThat(said()).as("all that was said").hasSize(answers);
    assertThat(said().get(next)).containsPattern(Pattern.compile(pattern));
    return said().get(next);
  }

  List<String> said() {
    List<String> all = telegram.saidIn(chat);
    return IntStream.range(0, all.size())
        .filter(i -> !forgiving || i == 0 || !all.get(i).equals(all.get(i - 1)))
        .mapToObj(all::get)
        .toList();
  }

  private void sends(JsonObject message) {
    twice(update().put("message", message));
  }

  private void twice(JsonObject update) {
    deliver.accept(update);
    deliver.accept(update);
  }

  private static JsonObject update() {
    return new JsonObject().put("update_id", UPDATES.incrementAndGet());
  }

  private JsonObject message() {
    return new JsonObject()
        .put("message_id", UPDATES.get())
        .put("from", from())
        .put("chat", new JsonObject().put("id", chat).put("type", "private"))
        .put("date", clock.instant().getEpochSecond());
  }

  private JsonObject from() {
    return new JsonObject().put("id", chat).put("is_bot", false).put("first_name", "Slamet");
  }
}
