package id.kentongan.integrations.twilio;

import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.DeliveryReport;
import id.kentongan.integrations.DeliveryReport.Remedy;
import id.kentongan.integrations.DeliveryReport.State;
import id.kentongan.integrations.Door;
import id.kentongan.integrations.Outcome;
import id.kentongan.integrations.Sightings;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The door for Twilio's reports on messages that we sent; they come in any order.
///
/// Source: https://www.twilio.com/docs/messaging/guides/track-outbound-message-status
public final class TwilioStatusDoor implements Door {
  /// Where Twilio posts reports to, under the public address.
  public static final String PATH = "/webhooks/twilio/status";

  private static final Pattern TOKEN = Pattern.compile("[?&]e=([0-9a-f]{64})(?:&|$)");

  private final Webhook webhook;
  private final Sightings sightings;
  private final InstantSource clock;

  /// `publicUrl` as in [TwilioDoor]; `sightings` are shared with the [TwilioChannel].
  public TwilioStatusDoor(
      String publicUrl, TwilioAccount account, Sightings sightings, InstantSource clock) {
    this.clock = clock;
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
    String send = token.find() ? token.group(1) : null;
    if (send != null) {
      sightings.saw(send, sid);
    }
    String error = form.get("ErrorCode");
    String code = error.matches("[0-9]{1,9}") ? error : null;
    List<Inbound> gone = gone(form, sid, state, code);
    Remedy remedy = state == State.FAILED && gone.isEmpty() ? remedy(code) : null;
    return new Admitted.Reports(List.of(new DeliveryReport(sid, state, code, remedy, send)), gone);
  }

  /// As when the error had come as the answer, but for what then may have been done: now it was
  /// not.
  private static Remedy remedy(@Nullable String code) {
    Outcome meaning = code == null ? null : Outcomes.of(Integer.parseInt(code), "");
    return switch (meaning) {
      case Outcome.Later _, Outcome.Unknown _ -> Remedy.AGAIN;
      case Outcome.Never(var why) when why.equals(Outcomes.OUTSIDE) -> Remedy.OUTSIDE_WINDOW;
      case Outcome.Never _, Outcome.Gone _, Outcome.Delivered _ -> Remedy.DEAD;
      case null -> Remedy.DEAD;
    };
  }

  /// Twilio often takes a message first and learns later that the person is not to be reached:
  /// opted out, or not on WhatsApp.
  private List<Inbound> gone(Form form, String sid, State state, @Nullable String code) {
    if (state != State.FAILED
        || code == null
        || !(Outcomes.of(Integer.parseInt(code), "") instanceof Outcome.Gone)) {
      return List.of();
    }
    return WhatsAppSender.of(form.get("To"), "").stream()
        .map(
            who ->
                new Inbound(
                    "whatsapp:" + sid + ":gone",
                    who.conversation(),
                    clock.instant(),
                    new Inbound.Ready(new Event.Left()),
                    null,
                    null,
                    null))
        .toList();
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
