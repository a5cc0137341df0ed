package id.kentongan.integrations.memory;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.integrations.Notices;
import id.kentongan.integrations.contract.NoticesContract;

class MemoryNoticesTest extends NoticesContract {
  private final MemoryNotices notices = new MemoryNotices();

  @Override
  protected Notices notices() {
    return notices;
  }

  @Override
  protected void put(ConversationId to, Notice notice) {
    notices.put(to, notice);
  }
}
