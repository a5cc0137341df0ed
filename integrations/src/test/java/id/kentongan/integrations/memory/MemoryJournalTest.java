package id.kentongan.integrations.memory;

import id.kentongan.integrations.Journal;
import id.kentongan.integrations.contract.JournalContract;

class MemoryJournalTest extends JournalContract {
  private final MemoryJournal journal = new MemoryJournal();

  @Override
  protected Journal journal() {
    return journal;
  }

  @Override
  protected long entries() {
    return journal.lines().size();
  }
}
