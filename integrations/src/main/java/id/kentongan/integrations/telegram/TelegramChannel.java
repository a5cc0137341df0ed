package id.kentongan.integrations.telegram;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Limits;
import id.kentongan.integrations.Outcome;
import id.kentongan.integrations.Outgoing;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientForm;
import io.vertx.core.http.ClientMultipartForm;
import io.vertx.core.streams.ReadStream;
import java.util.function.Function;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;

/// Sends to Telegram. A conversation's sender is the person's Telegram id, which is also the id of
/// the private chat with them.
public final class TelegramChannel implements Channel {
  /// Source: https://core.telegram.org/bots/api#sendmessage (text),
  /// https://core.telegram.org/bots/api#sendphoto, https://core.telegram.org/bots/api#senddocument
  /// (captions), https://core.telegram.org/bots/api#inlinekeyboardbutton. Ten buttons, as many as
  /// rows in a list of WhatsApp's, still fit a phone's screen.
  public static final Limits LIMITS =
      new Limits(4096, 10, 0, 64, 0, 4096, Limits.Captions.of(1024));

  /// Source: https://core.telegram.org/bots/api#sendphoto, 10 MB.
  private static final int PHOTO = 10_000_000;

  private final TelegramApi api;
  private final TelegramFiles files;
  private final Taps taps;
  private final TelegramClock clock;
  private final Function<String, Future<Buffer>> kept;

  /// `clock` learns from what is sent; `kept` gives the bytes of a file of ours by its id.
  public TelegramChannel(
      TelegramApi api, TelegramClock clock, Function<String, Future<Buffer>> kept) {
    this.api = api;
    this.clock = clock;
    this.files = new TelegramFiles(api);
    this.taps = new Taps(api);
    this.kept = kept;
  }

  @Override
  public String name() {
    return "telegram";
  }

  @Override
  public Limits limits() {
    return LIMITS;
  }

  @Override
  public Future<Outcome> send(Outgoing message) {
    taps.answer(message.to(), message.handle());
    Bubble.Attachment attachment = message.bubble().attachment();
    if (attachment != null) {
      return sendFile(message, attachment);
    }
    ReplyKeyboard keyboard = Keyboards.of(message.bubble().choices());
    SendMessage request = new SendMessage(message.to().sender(), message.bubble().text());
    request.setReplyMarkup(keyboard);
    return clock.over(() -> api.call("sendMessage", request, message.term())).map(Outcomes::of);
  }

  @Override
  public Future<Void> typing(ConversationId to, String handle) {
    taps.answer(to, handle);
    var request = new SendChatAction(to.sender(), ActionType.TYPING.toString());
    return api.call("sendChatAction", request).mapEmpty();
  }

  @Override
  public Future<ReadStream<Buffer>> open(FileRef file, long limit) {
    return files.open(file, limit);
  }

  private Future<Outcome> sendFile(Outgoing message, Bubble.Attachment attachment) {
    return kept.apply(attachment.fileId())
        .transform(
            read -> {
              if (read.failed()) {
                var later = Outcome.Later.growing("our file cannot be read now");
                return Future.succeededFuture(later);
              }
              Buffer bytes = read.result();
              boolean photo =
                  bytes.length() <= PHOTO && attachment.type().matches("image/(jpeg|png)");
              String field = photo ? "photo" : "document";
              ClientForm form = form(message, attachment, field, bytes);
              String method = photo ? "sendPhoto" : "sendDocument";
              return clock.over(() -> api.upload(method, form, message.term())).map(Outcomes::of);
            });
  }

  private static ClientForm form(
      Outgoing message, Bubble.Attachment attachment, String field, Buffer bytes) {
    // why: a quote or a line's end in a file's name would end the form's header.
    String name = attachment.name().replaceAll("[\\p{Cntrl}\"\\\\/]", "_");
    ClientMultipartForm form =
        ClientMultipartForm.multipartForm()
            .attribute("chat_id", message.to().sender())
            .binaryFileUpload(field, name, attachment.type(), bytes);
    if (!message.bubble().text().isEmpty()) {
      form.attribute("caption", message.bubble().text());
    }
    ReplyKeyboard keyboard = Keyboards.of(message.bubble().choices());
    if (keyboard != null) {
      form.attribute("reply_markup", Json.write(keyboard).toString());
    }
    return form;
  }
}
