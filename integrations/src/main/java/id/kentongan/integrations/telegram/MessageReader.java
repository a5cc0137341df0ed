package id.kentongan.integrations.telegram;

import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.SentOther.Kind;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.dialogs.values.Phone;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.Contact;
import org.telegram.telegrambots.meta.api.objects.Document;
import org.telegram.telegrambots.meta.api.objects.location.Location;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;

/// Reads what a message in a private chat says.
///
/// Source: https://core.telegram.org/bots/api#message
final class MessageReader {
  private static final Pattern COMMAND =
      Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@[A-Za-z0-9_]+)?(?:\\s+(.*))?", Pattern.DOTALL);

  private MessageReader() {}

  /// The content, or null for a service message ("pinned a message").
  static Inbound.@Nullable Content content(Message message) {
    if (message.getText() != null) {
      return new Inbound.Words(words(message.getText()), false);
    }
    Event event = event(message);
    if (event == null && isService(message)) {
      return null;
    }
    return new Inbound.Ready(event == null ? new Event.SentOther(Kind.UNKNOWN) : event);
  }

  /// The new words of an edited message, or its file, as Telegram does not tell whether the file
  /// was replaced or its caption mended; null where neither is new (a live location moves).
  ///
  /// why the file: a paper that was replaced is not to be missed, and twice is no harm.
  static Inbound.@Nullable Content edited(Message message) {
    if (message.getText() != null) {
      return new Inbound.Words(words(message.getText()), true);
    }
    return event(message) instanceof Event.SentFile file ? new Inbound.Ready(file) : null;
  }

  /// Whether Telegram wrote this message, not a person.
  static boolean isService(Message m) {
    return Stream.of(
            m.getPinnedMessage(),
            m.getMessageAutoDeleteTimerChanged(),
            m.getWriteAccessAllowed(),
            m.getConnectedWebsite(),
            m.getChatBackgroundSet(),
            m.getUsersShared(),
            m.getChatShared(),
            m.getForumTopicCreated(),
            m.getForumTopicEdited(),
            m.getForumTopicClosed(),
            m.getForumTopicReopened(),
            m.getNewChatMembers(),
            m.getLeftChatMember(),
            m.getNewChatTitle(),
            m.getNewChatPhoto(),
            m.getGroupchatCreated(),
            m.getSuperGroupCreated(),
            m.getMigrateToChatId(),
            m.getMigrateFromChatId())
        .anyMatch(MessageReader::given);
  }

  private static boolean given(@Nullable Object field) {
    return field != null && !(field instanceof List<?> list && list.isEmpty());
  }

  private static @Nullable Event event(Message m) {
    if (given(m.getPhoto())) {
      return photo(m);
    }
    // why: an animation comes with the field `document` too.
    if (m.getAnimation() != null || m.getVideo() != null || m.getVideoNote() != null) {
      return new Event.SentOther(Kind.VIDEO);
    }
    if (m.getDocument() != null) {
      return document(m, m.getDocument());
    }
    if (m.getVoice() != null || m.getAudio() != null) {
      return new Event.SentOther(Kind.VOICE);
    }
    if (m.getSticker() != null) {
      return new Event.SentOther(Kind.STICKER);
    }
    if (m.getContact() != null) {
      return contact(m, m.getContact());
    }
    if (m.getLocation() != null) {
      Location at = m.getLocation();
      return new Event.SentLocation(at.getLatitude(), at.getLongitude());
    }
    return null;
  }

  private static @Nullable Event photo(Message m) {
    return m.getPhoto().stream()
        .filter(Objects::nonNull)
        .filter(size -> size(size) <= TelegramFiles.LIMIT)
        .max(Comparator.comparingLong(MessageReader::area))
        .map(best -> file(m, new FileRef(best.getFileId(), "image/jpeg", size(best))))
        .orElse(null);
  }

  private static Event document(Message m, Document document) {
    String claimed = document.getMimeType();
    Long size = document.getFileSize();
    return file(
        m,
        new FileRef(
            document.getFileId(),
            claimed == null ? "application/octet-stream" : claimed,
            size == null ? -1 : size));
  }

  private static Event file(Message m, FileRef file) {
    return new Event.SentFile(
        file, Objects.requireNonNullElse(m.getCaption(), ""), m.getMediaGroupId());
  }

  private static long size(PhotoSize photo) {
    Integer size = photo.getFileSize();
    return size == null ? -1 : size;
  }

  private static long area(PhotoSize photo) {
    return (long) photo.getWidth() * photo.getHeight();
  }

  private static @Nullable Event contact(Message m, Contact contact) {
    Phone phone = phone(contact.getPhoneNumber());
    return phone == null
        ? null
        : new Event.SentContact(phone, m.getFrom().getId().equals(contact.getUserId()));
  }

  /// Telegram gives its own users' numbers without a plus; a card from the address book may hold
  /// anything.
  private static @Nullable Phone phone(String given) {
    String digits = given.replaceAll("[^0-9]", "");
    String e164 = digits.startsWith("0") ? "+62" + digits.substring(1) : "+" + digits;
    return e164.matches("\\+[1-9][0-9]{7,14}") ? new Phone(e164) : null;
  }

  /// A command is its words: `/menu@KentonganBot` says `menu`, `/start K7M4` says `start K7M4`.
  private static String words(String text) {
    Matcher command = COMMAND.matcher(text);
    if (!command.matches()) {
      return text;
    }
    String rest = command.group(2);
    return rest == null || rest.isBlank()
        ? command.group(1)
        : command.group(1) + ' ' + rest.strip();
  }
}
