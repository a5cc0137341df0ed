package id.kentongan.integrations.twilio;

import id.kentongan.integrations.DeliveryReport;
import id.kentongan.integrations.DeliveryReport.State;
import id.kentongan.integrations.Door;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The door for Twilio's reports on messages that we sent; they come in any order.
///
/// Source: https://www.twilio.com/docs/messaging/guides/track-outbound-message-status
public final class TwilioStatusDoor implements Door {
  /// Where Twilio posts reports to, under the public address.
  public static final String PATH = "/webhooks/twilio/status";

  private static final Pattern TOKEN = Pattern.compile("[?&]e=([A-Za-z0-9_-]{1,64})(?:&|$)");

  private final Webhook webhook;
  private final Sightings sightings;

  /// `publicUrl` as in [TwilioDoor]; `sightings` are shared with the [TwilioChannel].
  public TwilioStatusDoor(String publicUrl, TwilioAccount account, Sightings sightings) {
    this.webhook = new Webhook(publicUrl, account.authToken());
    this.sightings = sightings;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public Admitted admit(Request request) {
    return webhook
        .genuine(request)
        .map(form -> report(request.uri(), form))
        .orElseGet(() -> new Admitted.Refused(403, "no or wrong signature"));
  }

  private Admitted report(String uri, Form form) {
    String sid = form.get("MessageSid");
    State state = state(form.get("MessageStatus"));
    if (state == null || !sid.matches("[A-Za-z0-9_-]{1,64}")) {
      return new Admitted.Ignored("no report on a message of ours");
    }
    Matcher token = TOKEN.matcher(uri);
    if (token.find()) {
      sightings.saw(token.group(1), sid);
    }
    String error = form.get("ErrorCode");
    return new Admitted.Report(
        new DeliveryReport(sid, state, error.matches("[0-9]{1,9}") ? error : null));
  }

  /// Source: https://www.twilio.com/docs/messaging/api/message-resource#message-status-values
  private static @Nullable State state(String told) {
    return switch (told) {
      case "accepted", "scheduled", "queued", "sending" -> State.QUEUED;
      case "sent", "partially_delivered" -> State.SENT;
      case "delivered" -> State.DELIVERED;
      case "read" -> State.READ;
      case "undelivered", "failed", "canceled" -> State.FAILED;
      default -> null;
    };
  }
}
