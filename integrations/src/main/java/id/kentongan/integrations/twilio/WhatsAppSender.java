package id.kentongan.integrations.twilio;

import id.kentongan.dialogs.talk.ConversationId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A person on WhatsApp: known by the digits of the phone number, or, when WhatsApp keeps the
/// number to itself, by a user id like `ID.1349120865530274` and no phone.
///
/// Source: https://developers.facebook.com/docs/whatsapp/business-scoped-user-ids
record WhatsAppSender(String id, @Nullable String phone) {
  static final String CHANNEL = "whatsapp";

  private static final Pattern NUMBER = Pattern.compile("whatsapp:(\\+[1-9][0-9]{7,14})");
  private static final Pattern USER =
      Pattern.compile("(?:whatsapp:)?([A-Z]{2}\\.[A-Za-z0-9_.-]{1,128})");

  /// By the parameters `From` and `ExternalUserId`; empty when it is nobody on WhatsApp.
  static Optional<WhatsAppSender> of(String from, String externalUserId) {
    Matcher number = NUMBER.matcher(from);
    if (number.matches()) {
      String phone = number.group(1);
      return Optional.of(new WhatsAppSender(phone.substring(1), phone));
    }
    return user(from)
        .or(() -> from.isEmpty() ? user(externalUserId) : Optional.empty())
        .map(user -> new WhatsAppSender(user, null));
  }

  private static Optional<String> user(String text) {
    Matcher user = USER.matcher(text);
    return user.matches() ? Optional.of(user.group(1)) : Optional.empty();
  }

  ConversationId conversation() {
    return new ConversationId(CHANNEL, id);
  }

  /// Where a conversation's messages go: the parameter `To`.
  static String address(ConversationId conversation) {
    String id = conversation.sender();
    return "whatsapp:" + (id.matches("[0-9]+") ? '+' + id : id);
  }
}
