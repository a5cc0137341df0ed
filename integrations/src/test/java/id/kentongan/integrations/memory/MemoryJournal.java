package id.kentongan.integrations.memory;

import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.Journal;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A journal in memory.
public final class MemoryJournal implements Journal {
  private final Map<EffectId, Line> lines = new LinkedHashMap<>();

  @Override
  public synchronized Future<Void> write(List<Line> more) {
    more.forEach(line -> lines.putIfAbsent(line.id(), line));
    return Future.succeededFuture();
  }

  public synchronized List<Line> lines() {
    return List.copyOf(lines.values());
  }
}
