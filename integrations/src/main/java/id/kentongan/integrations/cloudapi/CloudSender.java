package id.kentongan.integrations.cloudapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.kentongan.dialogs.talk.ConversationId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A person on WhatsApp: known by the digits of the phone number, or, when WhatsApp keeps the
/// number to itself, by a user id like `ID.1349120865530274` and no phone. The same ids as by any
/// other provider of WhatsApp, so that a conversation goes on when the provider changes.
///
/// Source: https://developers.facebook.com/docs/whatsapp/business-scoped-user-ids
record CloudSender(String id, @Nullable String phone) {
  static final String CHANNEL = "whatsapp";

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{7,14}");
  private static final Pattern USER = Pattern.compile("[A-Z]{2}\\.[A-Za-z0-9_.-]{1,128}");

  /// By the digits and the user id of a webhook, either of which may be empty; empty when it is
  /// nobody.
  static Optional<CloudSender> of(String digits, String userId) {
    if (NUMBER.matcher(digits).matches()) {
      return Optional.of(new CloudSender(digits, '+' + digits));
    }
    return USER.matcher(userId).matches()
        ? Optional.of(new CloudSender(userId, null))
        : Optional.empty();
  }

  ConversationId conversation() {
    return new ConversationId(CHANNEL, id);
  }

  /// Puts into a message where it goes.
  static void address(ObjectNode message, ConversationId conversation) {
    String id = conversation.sender();
    message.put(NUMBER.matcher(id).matches() ? "to" : "recipient", id);
  }
}
