package id.kentongan.bot.postman;

import id.kentongan.dialogs.talk.Effect;
import id.kentongan.integrations.Journal;
import java.util.ArrayList;
import java.util.List;

/// Gathers the journal's entries and writes them in batches: what came while the last batch was
/// written, at most as many as the journal takes at once. They wait for nobody and nobody waits for
/// them.
final class JournalBag {
  // why: the journal pauses between batches that are not full, so that a shard on which many write
  // must be able to fill one; with fewer its entries wait longer and longer.
  private static final int MOST = GatheredJournal.MOST;

  private final Hold hold;
  private final Settling settling;
  private final List<Item> items = new ArrayList<>();
  private boolean writing;

  JournalBag(Hold hold, Settling settling) {
    this.hold = hold;
    this.settling = settling;
  }

  void add(Item item) {
    items.add(item);
    if (!writing && hold.open()) {
      write();
    }
  }

  private void write() {
    writing = true;
    var batch = List.copyOf(items.subList(0, Math.min(MOST, items.size())));
    items.subList(0, batch.size()).clear();
    var lines = batch.stream().map(JournalBag::line).toList();
    hold.insist(() -> hold.gear.journal().write(lines))
        .onComplete(
            written -> {
              writing = false;
              if (hold.over()) {
                return;
              }
              batch.forEach(item -> settling.add(item.entry()));
              if (!items.isEmpty() && hold.open()) {
                write();
              }
            });
  }

  private static Journal.Line line(Item item) {
    var entry = ((Effect.Journal) item.post().effect()).entry();
    return new Journal.Line(item.conversation(), item.post().id(), entry);
  }
}
