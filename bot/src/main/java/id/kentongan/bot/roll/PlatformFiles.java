package id.kentongan.bot.roll;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.documents.RollFile;
import io.vertx.core.Future;
import java.util.Map;

/// Reads whole files of a few megabytes from the platforms that they were sent on; the platform's
/// copy is deleted afterwards where it can be.
public record PlatformFiles(Map<String, Channel> channels) implements RollRecords.Fetch {
  @Override
  public Future<RollRecords.Fetched> fetch(ConversationId who, FileRef file) {
    Channel channel = channels.get(who.channel());
    if (channel == null) {
      return Future.succeededFuture(refused("gone"));
    }
    return channel
        .open(file, RollFile.LARGEST)
        .compose(bytes -> Gathered.from(bytes, RollFile.LARGEST))
        .map(bytes -> new RollRecords.Fetched(bytes, "", () -> channel.forget(file)))
        .recover(PlatformFiles::lost);
  }

  private static Future<RollRecords.Fetched> lost(Throwable why) {
    return switch (why) {
      case Channel.FileGone gone -> Future.succeededFuture(refused("gone"));
      case Channel.FileTooLarge large -> Future.succeededFuture(refused("too-large"));
      default -> Future.failedFuture(why);
    };
  }

  private static RollRecords.Fetched refused(String why) {
    return new RollRecords.Fetched(null, why, () -> {});
  }
}
