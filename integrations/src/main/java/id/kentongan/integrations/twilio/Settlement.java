package id.kentongan.integrations.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.Deliveries.Facts;
import id.kentongan.integrations.Outcome;
import id.kentongan.integrations.Outgoing;
import id.kentongan.integrations.Sightings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Finds out what became of a send whose answer was lost, before it is sent again: by Twilio's
/// report, whichever node got it, or by a message to the same person with the same text since that
/// person last wrote.
final class Settlement {
  private static final int DOUBTS = 8192;
  private static final int LOOKS = 2;

  /// why: Twilio's clock is not ours, and it gives whole seconds.
  private static final Duration CLOCKS_APART = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final TwilioApi api;
  private final Sightings sightings;
  private final Duration pause;
  private final Map<String, Boolean> doubts =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > DOUBTS;
        }
      };

  /// `pause` before each of two looks: so long a report or a list may lag behind.
  Settlement(Vertx vertx, TwilioApi api, Sightings sightings, Duration pause) {
    this.vertx = vertx;
    this.api = api;
    this.sightings = sightings;
    this.pause = pause;
  }

  /// What was found.
  sealed interface Found {
    /// Twilio has it.
    record Taken(Outcome outcome) implements Found {}

    /// Twilio does not have it.
    record NotTaken() implements Found {}

    /// Twilio does not say; it must not be sent yet.
    record NotSaid(String why) implements Found {}
  }

  /// Whether a send must be settled before it is tried again.
  boolean doubtful(EffectId id) {
    synchronized (doubts) {
      return doubts.containsKey(id.text());
    }
  }

  void doubt(EffectId id) {
    synchronized (doubts) {
      doubts.put(id.text(), true);
    }
  }

  Future<Found> settle(Outgoing message, Draft draft, String token) {
    doubt(message.id());
    return look(message, draft, token, LOOKS)
        .onSuccess(
            found -> {
              if (!(found instanceof Found.NotSaid)) {
                synchronized (doubts) {
                  doubts.remove(message.id().text());
                }
              }
            });
  }

  private Future<Found> look(Outgoing message, Draft draft, String token, int looks) {
    return vertx
        .timer(Math.max(1, pause.toMillis()), TimeUnit.MILLISECONDS)
        .compose(waited -> seen(message, draft, token))
        .compose(
            found ->
                found instanceof Found.NotTaken && looks > 1
                    ? look(message, draft, token, looks - 1)
                    : Future.succeededFuture(found));
  }

  private Future<Found> seen(Outgoing message, Draft draft, String token) {
    var sighted = sightings.of(token);
    if (sighted.isPresent()) {
      return Future.succeededFuture(new Found.Taken(new Outcome.Delivered(sighted.get())));
    }
    String to = WhatsAppSender.address(message.to());
    return api.call(api.addresses().api(), Requests.list(api.account(), to))
        .compose(
            answer ->
                switch (answer) {
                  case ApiAnswer.Done(JsonNode body) -> among(body, message, draft, token);
                  case ApiAnswer.Refused refused -> notSaid("list: " + refused.status());
                  case ApiAnswer.Unreachable(String why) -> notSaid(why);
                  case ApiAnswer.Lost(String why) -> notSaid(why);
                });
  }

  private static Future<Found> notSaid(String why) {
    return Future.succeededFuture(new Found.NotSaid(why));
  }

  /// why the records: after a restart, and on another node, only they know the reports.
  private Future<Found> among(JsonNode body, Outgoing message, Draft draft, String token) {
    var listed = new ArrayList<JsonNode>();
    body.path("messages").forEach(listed::add);
    listed.removeIf(m -> sid(m).isEmpty());
    return sightings
        .noted(message.id(), listed.stream().map(Settlement::sid).toList())
        .map(
            facts ->
                listed.stream()
                    .filter(m -> own(m, facts, message, draft, token))
                    .findFirst()
                    .map(m -> taken(m, token))
                    .orElseGet(
                        () ->
                            facts.taken()
                                ? new Found.NotSaid("reported but not listed yet")
                                : new Found.NotTaken()))
        .recover(lost -> notSaid("the records: " + lost.getClass().getSimpleName()));
  }

  private boolean own(JsonNode listed, Facts facts, Outgoing message, Draft draft, String token) {
    return facts.taken()
        ? facts.own().contains(sid(listed))
        : listed.path("direction").asText("").startsWith("outbound")
            && !created(listed).isBefore(since(message))
            && media(listed) == draft instanceof Draft.Media
            && draft.matches(listed.path("body").asText(""))
            && !facts.others().contains(sid(listed))
            && !sightings.isAnothers(sid(listed), token);
  }

  private Found taken(JsonNode listed, String token) {
    sightings.saw(token, sid(listed));
    int error = listed.path("error_code").asInt(0);
    Outcome known = error == 0 ? null : Outcomes.of(error, "message failed: " + error);
    return new Found.Taken(known == null ? new Outcome.Delivered(sid(listed)) : known);
  }

  private static String sid(JsonNode listed) {
    return listed.path("sid").asText("");
  }

  private static boolean media(JsonNode listed) {
    return listed.path("num_media").asInt(0) > 0;
  }

  /// why: a message was made in a turn, and its turn came after the person last wrote.
  private static Instant since(Outgoing message) {
    Instant wrote = message.lastInbound();
    return wrote == null
        ? Instant.EPOCH
        : wrote.minus(CLOCKS_APART).truncatedTo(ChronoUnit.SECONDS);
  }

  private static Instant created(JsonNode listed) {
    try {
      return DateTimeFormatter.RFC_1123_DATE_TIME.parse(
          listed.path("date_created").asText(""), Instant::from);
    } catch (DateTimeException notADate) {
      return Instant.EPOCH;
    }
  }
}
