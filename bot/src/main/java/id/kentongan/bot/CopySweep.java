package id.kentongan.bot;

import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Copy;
import id.kentongan.integrations.postgres.PlatformCopies;
import id.kentongan.integrations.postgres.PlatformCopies.Owed;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;

/// Asks messengers again to delete their copies of files that we keep, or have erased since.
final class CopySweep {
  private final Map<String, Channel> channels;
  private final PlatformCopies copies;

  CopySweep(Map<String, Channel> channels, PlatformCopies copies) {
    this.channels = channels;
    this.copies = copies;
  }

  /// Says how many were settled.
  Future<Integer> sweep() {
    return copies.owed().compose(owed -> settled(owed, 0));
  }

  private Future<Integer> settled(List<Owed> left, int before) {
    if (left.isEmpty()) {
      return Future.succeededFuture(before);
    }
    Owed one = left.getFirst();
    return asked(one)
        .compose(
            copy ->
                copies
                    .settled(one.file(), copy)
                    .compose(
                        done ->
                            settled(
                                left.subList(1, left.size()),
                                copy == Copy.OWED ? before : before + 1)));
  }

  /// why: a messenger that is off or away may be back within days.
  private Future<Copy> asked(Owed one) {
    Channel channel = channels.get(one.channel());
    return channel == null
        ? Future.succeededFuture(Copy.OWED)
        : channel.forget(one.at()).otherwise(Copy.OWED);
  }
}
