package id.kentongan.bot.postman;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Answer.FileRefused.Why;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Copy;
import id.kentongan.integrations.Files;
import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Streams files from the platform into our store; the platform's copy goes once ours is told.
final class Fetches {
  // https://core.telegram.org/bots/api#getfile: at most 20 MB; WhatsApp's own are at most 16 MB.
  private static final long LARGEST = 20_000_000;
  private static final long SECONDS = 120;

  private final Map<String, Channel> channels;
  private final Files files;

  Fetches(Map<String, Channel> channels, Files files) {
    this.channels = channels;
    this.files = files;
  }

  Future<Verdict> fetch(Item item, Effect.Fetch fetch) {
    Channel channel = channels.get(item.conversation().channel());
    if (channel == null) {
      return Future.succeededFuture(answer(item, new Answer.FileRefused(Why.GONE), () -> {}));
    }
    return channel
        .open(fetch.file(), LARGEST)
        .compose(bytes -> files.keep(item.conversation(), item.post().id().text(), bytes, LARGEST))
        .timeout(SECONDS, TimeUnit.SECONDS)
        .compose(kept -> noted(item, kept, fetch.file(), Copy.OWED).map(kept))
        .map(
            kept ->
                answer(
                    item,
                    new Answer.FileKept(kept.fileId(), kept.type(), kept.size(), kept.flaws()),
                    () -> forget(channel, item, kept, fetch.file())))
        .recover(e -> refused(item, e));
  }

  private void forget(Channel channel, Item item, Files.Kept kept, FileRef at) {
    channel.forget(at).onSuccess(copy -> noted(item, kept, at, copy));
  }

  private Future<Void> noted(Item item, Files.Kept kept, FileRef at, Copy copy) {
    return files.copied(item.conversation(), kept.fileId(), at, copy);
  }

  private static Future<Verdict> refused(Item item, Throwable e) {
    return switch (e) {
      case Channel.FileGone gone -> refused(item, Why.GONE);
      case Channel.FileTooLarge large -> refused(item, Why.TOO_LARGE);
      case Files.Refused type -> refused(item, Why.WRONG_TYPE);
      default -> Future.failedFuture(e);
    };
  }

  private static Future<Verdict> refused(Item item, Why why) {
    return Future.succeededFuture(answer(item, new Answer.FileRefused(why), () -> {}));
  }

  private static Verdict answer(Item item, Answer answer, Runnable then) {
    return new Verdict.Happened(new Event.Answered(item.post().id(), answer), then);
  }
}
