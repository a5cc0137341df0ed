package id.kentongan.integrations.cloudapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.ConversationId;
import java.util.List;

/// The messages that we post to Meta.
///
/// Source: https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages
final class Messages {
  private Messages() {}

  static ObjectNode text(ConversationId to, String words) {
    ObjectNode message = message(to, "text");
    message.putObject("text").put("body", words).put("preview_url", false);
    return message;
  }

  /// A file that was uploaded as `media`; the caption may be empty.
  static ObjectNode file(
      ConversationId to, Bubble.Attachment file, String media, String caption, boolean image) {
    String type = image ? "image" : "document";
    ObjectNode message = message(to, type);
    ObjectNode fields = message.putObject(type).put("id", media);
    if (!caption.isEmpty()) {
      fields.put("caption", caption);
    }
    if (!image) {
      fields.put("filename", file.name());
    }
    return message;
  }

  /// Up to three reply buttons.
  static ObjectNode buttons(ConversationId to, Bubble bubble) {
    ObjectNode message = message(to, "interactive");
    var buttons = interactive(message, "button", bubble.text()).putArray("buttons");
    for (Choice choice : bubble.choices()) {
      buttons
          .addObject()
          .put("type", "reply")
          .putObject("reply")
          .put("id", choice.id())
          .put("title", choice.label());
    }
    return message;
  }

  /// Up to ten list rows behind one button.
  static ObjectNode list(ConversationId to, Bubble bubble, String button) {
    ObjectNode message = message(to, "interactive");
    ObjectNode action = interactive(message, "list", bubble.text()).put("button", button);
    var rows = action.putArray("sections").addObject().putArray("rows");
    for (Choice choice : bubble.choices()) {
      rows.addObject().put("id", choice.id()).put("title", choice.label());
    }
    return message;
  }

  /// By an approved template whose body has one variable, the only way outside the window.
  static ObjectNode notice(ConversationId to, String template, String words) {
    ObjectNode message = message(to, "template");
    parameter(template(message, template).addObject().put("type", "body"), words);
    return message;
  }

  /// A code by an approved template for authentication, which has it in its body and in its button.
  ///
  /// Source:
  /// https://developers.facebook.com/docs/whatsapp/business-management-api/authentication-templates
  static ObjectNode code(ConversationId to, String template, String code) {
    ObjectNode message = message(to, "template");
    ArrayNode components = template(message, template);
    parameter(components.addObject().put("type", "body"), code);
    ObjectNode button = components.addObject().put("type", "button");
    parameter(button.put("sub_type", "url").put("index", "0"), code);
    return message;
  }

  private static ArrayNode template(ObjectNode message, String name) {
    ObjectNode template = message.putObject("template").put("name", name);
    template.putObject("language").put("code", "id");
    return template.putArray("components");
  }

  private static void parameter(ObjectNode component, String text) {
    component.putArray("parameters").addObject().put("type", "text").put("text", text);
  }

  /// Marks a message as read and shows for a while that an answer is being made.
  ///
  /// Source: https://developers.facebook.com/docs/whatsapp/cloud-api/typing-indicators
  static ObjectNode typing(String messageId) {
    ObjectNode message = Json.object().put("messaging_product", "whatsapp");
    message.put("status", "read").put("message_id", messageId);
    message.putObject("typing_indicator").put("type", "text");
    return message;
  }

  private static ObjectNode interactive(ObjectNode message, String type, String words) {
    ObjectNode interactive = message.putObject("interactive").put("type", type);
    interactive.putObject("body").put("text", words);
    return interactive.putObject("action");
  }

  private static ObjectNode message(ConversationId to, String type) {
    ObjectNode message = Json.object().put("messaging_product", "whatsapp");
    message.put("recipient_type", "individual");
    CloudSender.address(message, to);
    return message.put("type", type);
  }

  /// Whether choices can be buttons; rows otherwise.
  static boolean asButtons(List<Choice> choices) {
    return choices.size() <= CloudChannel.LIMITS.buttons()
        && choices.stream().allMatch(c -> c.label().length() <= CloudChannel.LIMITS.buttonLabel());
  }
}
