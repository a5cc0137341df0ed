package id.kentongan.integrations.twilio;

import com.twilio.security.RequestValidator;
import id.kentongan.integrations.Door;
import java.util.Optional;

/// Knows Twilio's requests by their signature over the public address and every parameter.
///
/// Source: https://www.twilio.com/docs/usage/webhooks/webhooks-security
final class Webhook {
  private final String publicUrl;
  private final RequestValidator validator;

  /// `publicUrl` as Twilio was told it, without a slash at its end.
  Webhook(String publicUrl, String authToken) {
    this.publicUrl = publicUrl;
    this.validator = new RequestValidator(authToken);
  }

  /// The parameters of a genuine request; empty for all others.
  Optional<Form> genuine(Door.Request request) {
    return request
        .only("X-Twilio-Signature")
        .filter(signature -> request.method().equals("POST"))
        .flatMap(
            signature ->
                Form.parse(request.body()).filter(form -> signed(request.uri(), form, signature)));
  }

  private boolean signed(String uri, Form form, String signature) {
    try {
      return validator.validate(publicUrl + uri, form.signed(), signature);
    } catch (RuntimeException notAnAddress) {
      return false;
    }
  }
}
