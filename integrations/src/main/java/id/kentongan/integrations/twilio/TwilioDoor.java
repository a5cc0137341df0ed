package id.kentongan.integrations.twilio;

import id.kentongan.integrations.Door;
import java.time.InstantSource;

/// The door for what people write on WhatsApp: Twilio's signature, then the message.
///
/// Source: https://www.twilio.com/docs/messaging/guides/webhook-request
public final class TwilioDoor implements Door {
  /// Where Twilio posts messages to, under the public address.
  public static final String PATH = "/webhooks/twilio/whatsapp";

  private final Webhook webhook;
  private final MessageReader reader;

  /// `publicUrl` as Twilio was told it, without a slash at its end; `clock` gives the time of
  /// receipt, since Twilio gives none.
  public TwilioDoor(String publicUrl, TwilioAccount account, InstantSource clock) {
    this.webhook = new Webhook(publicUrl, account.authToken());
    this.reader = new MessageReader(clock);
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public Admitted admit(Request request) {
    return webhook
        .genuine(request)
        .map(reader::read)
        .orElseGet(() -> new Admitted.Refused(403, "no or wrong signature"));
  }
}
