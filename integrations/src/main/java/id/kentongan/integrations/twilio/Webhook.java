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
    String signature = request.headers().get("X-Twilio-Signature");
    if (signature == null || !request.method().equals("POST")) {
      return Optional.empty();
    }
    return Form.parse(request.body()).filter(form -> signed(request.uri(), form, signature));
  }

  private boolean signed(String uri, Form form, String signature) {
    try {
      return validator.validate(publicUrl + uri, form.signed(), signature);
    } catch (RuntimeException notAnAddress) {
      return false;
    }
  }
}
