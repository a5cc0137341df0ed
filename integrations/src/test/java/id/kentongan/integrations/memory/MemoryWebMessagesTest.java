package id.kentongan.integrations.memory;

import id.kentongan.integrations.WebMessages;
import id.kentongan.integrations.contract.WebMessagesContract;

class MemoryWebMessagesTest extends WebMessagesContract {
  private final WebMessages messages = new MemoryWebMessages();

  @Override
  protected WebMessages messages() {
    return messages;
  }
}
