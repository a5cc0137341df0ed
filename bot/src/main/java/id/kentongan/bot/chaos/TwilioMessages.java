package id.kentongan.bot.chaos;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// The messages that Twilio took, newest first for each reader.
final class TwilioMessages {
  private static final int LISTED = 50;

  private final InstantSource clock;
  private final TwilioReports reports;
  private final Map<String, Deque<JsonObject>> byReader = new HashMap<>();
  private long number;

  TwilioMessages(InstantSource clock, TwilioReports reports) {
    this.clock = clock;
    this.reports = reports;
  }

  /// The text that its reader sees; that of a content is its variable.
  static String text(Map<String, String> form) {
    String variables = form.get("ContentVariables");
    return variables == null
        ? form.getOrDefault("Body", "")
        : new JsonObject(variables).getString("1");
  }

  JsonObject take(Map<String, String> form, String text) {
    String sid = "MM%032x".formatted(++number);
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
    var message =
        new JsonObject()
            .put("sid", sid)
            .put("to", form.getOrDefault("To", ""))
            .put("body", text)
            .put("direction", "outbound-api")
            .put("num_media", "0")
            .put("status", "queued")
            .put("date_created", date);
    String to = form.getOrDefault("To", "");
    byReader.computeIfAbsent(to, first -> new ArrayDeque<>()).addFirst(message);
    reports.begin(sid, to, form.getOrDefault("StatusCallback", ""));
    return message;
  }

  /// Source:
  /// https://www.twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources
  JsonObject list(String to) {
    var messages = new JsonArray();
    byReader.getOrDefault(to, new ArrayDeque<>()).stream().limit(LISTED).forEach(messages::add);
    return new JsonObject().put("messages", messages);
  }
}
