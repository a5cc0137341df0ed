package id.kentongan.dialogs.talk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConversationIdTest {
  @Test
  void printsNothingByWhichItsSenderCouldBeFound() {
    var one = new ConversationId("whatsapp", "6281234567890");
    var other = new ConversationId("whatsapp", "6281234567891");
    assertThat(one.toString()).contains("whatsapp").isEqualTo(other.toString());
  }
}
