package id.kentongan.integrations.cloudapi;

import com.fasterxml.jackson.databind.JsonNode;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.DeliveryReport;
import id.kentongan.integrations.DeliveryReport.Remedy;
import id.kentongan.integrations.DeliveryReport.State;
import id.kentongan.integrations.Outcome;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads Meta's reports on messages that we sent; they come in any order.
///
/// Source:
/// https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components#statuses-object
final class StatusReader {
  private static final int NO_CODE = 0;

  /// What a send of ours brings along: bytes, so two digits each.
  private static final Pattern TOKEN = Pattern.compile("(?:[0-9a-f]{2}){4,64}");

  private final InstantSource clock;

  StatusReader(InstantSource clock) {
    this.clock = clock;
  }

  /// One of the `statuses`; empty when it is none on a message of ours.
  Optional<DeliveryReport> report(JsonNode status) {
    String id = status.path("id").asText("");
    State state = state(status.path("status").asText(""));
    if (state == null || !MessageReader.ID.matcher(id).matches()) {
      return Optional.empty();
    }
    int code = code(status);
    String send = status.path("biz_opaque_callback_data").asText("");
    Outcome meaning = Outcomes.of(code, "");
    boolean failed = state == State.FAILED && !(meaning instanceof Outcome.Gone);
    return Optional.of(
        new DeliveryReport(
            id,
            state,
            code == NO_CODE ? null : Integer.toString(code),
            failed ? remedy(meaning) : null,
            TOKEN.matcher(send).matches() ? send : null));
  }

  /// Meta often takes a message first and learns later that the person is not to be reached.
  Optional<Inbound> gone(JsonNode status) {
    boolean failed = state(status.path("status").asText("")) == State.FAILED;
    if (!failed || !(Outcomes.of(code(status), "") instanceof Outcome.Gone)) {
      return Optional.empty();
    }
    return CloudSender.of(
            status.path("recipient_id").asText(""), status.path("recipient_user_id").asText(""))
        .map(
            who ->
                new Inbound(
                    "whatsapp:" + status.path("id").asText("") + ":gone",
                    who.conversation(),
                    clock.instant(),
                    new Inbound.Ready(new Event.Left()),
                    null,
                    null,
                    null));
  }

  /// As when the error had come as the answer, but for what then may have been done: now it was
  /// not.
  private static Remedy remedy(@Nullable Outcome meaning) {
    return switch (meaning) {
      case Outcome.Later _, Outcome.Unknown _ -> Remedy.AGAIN;
      case Outcome.Never(var why) when why.equals(Outcomes.OUTSIDE) -> Remedy.OUTSIDE_WINDOW;
      case Outcome.Never _, Outcome.Gone _, Outcome.Delivered _ -> Remedy.DEAD;
      case null -> Remedy.DEAD;
    };
  }

  private static int code(JsonNode status) {
    return status.path("errors").path(0).path("code").asInt(NO_CODE);
  }

  private static @Nullable State state(String told) {
    return switch (told) {
      case "accepted", "held_for_quality_assessment" -> State.QUEUED;
      case "sent" -> State.SENT;
      case "delivered" -> State.DELIVERED;
      case "read", "played" -> State.READ;
      case "failed" -> State.FAILED;
      default -> null;
    };
  }
}
