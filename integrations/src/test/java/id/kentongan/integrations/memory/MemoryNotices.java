package id.kentongan.integrations.memory;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.integrations.Notices;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/// Notices in memory; [#put] is what the records' side does.
public final class MemoryNotices implements Notices {
  private final ConcurrentSkipListMap<Long, Waiting> waiting = new ConcurrentSkipListMap<>();
  private long last;

  public synchronized long put(ConversationId to, Notice notice) {
    last++;
    waiting.put(last, new Waiting(last, to, notice));
    return last;
  }

  @Override
  public Future<List<Waiting>> waiting(long after, int most) {
    return Future.succeededFuture(
        waiting.tailMap(after, false).values().stream().limit(most).toList());
  }

  @Override
  public Future<Void> done(List<Long> ids) {
    ids.forEach(waiting::remove);
    return Future.succeededFuture();
  }
}
