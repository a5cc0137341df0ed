package id.kentongan.integrations.twilio;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Who we are at Twilio: the account, its token, and the sender `whatsapp:+14155238886`. Prints
/// without the token.
public record TwilioAccount(String sid, String authToken, String from) {
  /// @throws IllegalArgumentException when one is not of Twilio's form; the message holds none
  public TwilioAccount {
    if (!sid.matches("AC[0-9A-Za-z]{1,64}")) {
      throw new IllegalArgumentException("twilio.account-sid is not of the form AC0123...");
    }
    if (authToken.isBlank()) {
      throw new IllegalArgumentException("twilio.auth-token is empty");
    }
    if (!from.matches("whatsapp:\\+[0-9]{6,15}")) {
      throw new IllegalArgumentException("twilio.whatsapp-from is not of the form whatsapp:+1415");
    }
  }

  /// The value of the header `Authorization`.
  String basic() {
    byte[] both = (sid + ':' + authToken).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  @Override
  public String toString() {
    return "TwilioAccount[" + from + "]";
  }
}
