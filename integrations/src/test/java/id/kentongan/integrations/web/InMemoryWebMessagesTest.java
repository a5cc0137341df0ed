package id.kentongan.integrations.web;

import id.kentongan.integrations.WebMessages;
import id.kentongan.integrations.fakes.InMemoryWebMessages;

class InMemoryWebMessagesTest extends WebMessagesContract {
  private final WebMessages messages = new InMemoryWebMessages();

  @Override
  protected WebMessages messages() {
    return messages;
  }
}
