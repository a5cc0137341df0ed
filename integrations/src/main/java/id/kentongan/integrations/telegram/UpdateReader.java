package id.kentongan.integrations.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Inbound;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.groupadministration.LeaveChat;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/// Reads an update into what it is to us; total, whatever the bytes.
///
/// Source: https://core.telegram.org/bots/api#update
final class UpdateReader {
  /// The kinds of updates that Telegram is asked to give.
  static final List<String> WANTED =
      List.of("message", "edited_message", "callback_query", "my_chat_member");

  private static final String CHANNEL = "telegram";

  private final TelegramClock clock;
  private final String groupRefusal;

  /// `clock` gives the time of a tap, which Telegram does not; `groupRefusal` is said once in a
  /// group.
  UpdateReader(TelegramClock clock, String groupRefusal) {
    this.clock = clock;
    this.groupRefusal = groupRefusal;
  }

  Reading read(byte[] body) {
    try {
      return read(Json.MAPPER.readValue(body, Update.class));
    } catch (IOException | RuntimeException e) {
      return unknown(body);
    }
  }

  Reading read(JsonNode json) {
    try {
      return read(Json.MAPPER.treeToValue(json, Update.class));
    } catch (IOException | RuntimeException e) {
      // why: what TelegramBots' types or we cannot read today must not stop the queue behind it.
      return json.path("update_id").isIntegralNumber()
          ? new Reading.Nothing("unknown shape")
          : new Reading.Unreadable();
    }
  }

  private Reading unknown(byte[] body) {
    try {
      return read(Json.MAPPER.readTree(body));
    } catch (IOException e) {
      return new Reading.Unreadable();
    }
  }

  private Reading read(@Nullable Update update) {
    if (update == null || update.getUpdateId() == null) {
      return new Reading.Unreadable();
    }
    String id = CHANNEL + ':' + update.getUpdateId();
    if (update.getMessage() != null) {
      return message(id, update.getMessage(), false);
    }
    if (update.getEditedMessage() != null) {
      return message(id, update.getEditedMessage(), true);
    }
    if (update.getCallbackQuery() != null) {
      return tap(id, update.getCallbackQuery());
    }
    if (update.getMyChatMember() != null) {
      return membership(id, update.getMyChatMember());
    }
    return new Reading.Nothing("unknown kind of update");
  }

  private Reading message(String id, Message message, boolean edited) {
    Chat chat = message.getChat();
    if (!chat.isUserChat()) {
      return MessageReader.isService(message) || edited ? elsewhere() : leave(chat);
    }
    User from = message.getFrom();
    if (from == null || Boolean.TRUE.equals(from.getIsBot())) {
      return new Reading.Nothing("not from a person");
    }
    Inbound.Content content =
        edited ? MessageReader.edited(message) : MessageReader.content(message);
    if (content == null) {
      return new Reading.Nothing(edited ? "edited without words" : "service message");
    }
    Integer edit = message.getEditDate();
    Integer date = edited && edit != null ? edit : message.getDate();
    return came(id, from, at(date), content, new Handle(message.getMessageId(), null));
  }

  private Reading tap(String id, CallbackQuery query) {
    MaybeInaccessibleMessage message = query.getMessage();
    if (query.getData() == null || message == null || query.getId() == null) {
      return new Reading.Nothing("tap without a message of ours");
    }
    if (!message.getChat().isUserChat()) {
      return elsewhere();
    }
    // why: an inaccessible message has the date 0 and cannot be edited.
    int shown = Integer.valueOf(0).equals(message.getDate()) ? 0 : message.getMessageId();
    var content = new Inbound.Ready(new Event.Tapped(query.getData()));
    return came(id, query.getFrom(), clock.now(), content, new Handle(shown, query.getId()));
  }

  private Reading membership(String id, ChatMemberUpdated change) {
    String status = change.getNewChatMember().getStatus();
    Chat chat = change.getChat();
    if (chat.isUserChat()) {
      return "kicked".equals(status)
          ? came(
              id, change.getFrom(), at(change.getDate()), new Inbound.Ready(new Event.Left()), null)
          : new Reading.Nothing("unblocked");
    }
    return switch (status) {
      case "member", "restricted", "administrator" ->
          chat.isChannelChat()
              ? leave(chat)
              : new Reading.Asked(
                  "sendMessage", new SendMessage(chat.getId().toString(), groupRefusal));
      default -> elsewhere();
    };
  }

  private static Reading leave(Chat chat) {
    return new Reading.Asked(
        "leaveChat", LeaveChat.builder().chatId(chat.getId().toString()).build());
  }

  private static Reading elsewhere() {
    return new Reading.Nothing("group");
  }

  private Instant at(@Nullable Integer seconds) {
    return seconds == null ? clock.now() : clock.at(seconds);
  }

  private static Reading came(
      String id, User from, Instant at, Inbound.Content content, @Nullable Handle handle) {
    String last = from.getLastName();
    String name = last == null ? from.getFirstName() : from.getFirstName() + ' ' + last;
    var conversation = new ConversationId(CHANNEL, from.getId().toString());
    String text = handle == null ? null : handle.text();
    return new Reading.Came(new Inbound(id, conversation, at, content, name, null, text));
  }
}
