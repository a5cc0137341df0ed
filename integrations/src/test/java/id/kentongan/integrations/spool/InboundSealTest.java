package id.kentongan.integrations.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.crypto.DataKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InboundSealTest {
  private final DataKey key = DataKey.random(new SecureRandom());
  private final InboundSeal seal = new InboundSeal(key);

  @Test
  void whatWasWrittenInHalfIsNotThere() throws IOException {
    var who = new ConversationId("whatsapp", "+6281234567890");
    var content = new Inbound.Words("halo", false);
    var said = new Inbound("m1", who, Instant.EPOCH, content, null, null, null);
    byte[] sealed = seal.seal(said);
    assertThat(seal.open(sealed)).contains(said);
    sealed[sealed.length - 1]++;
    assertThat(seal.open(sealed)).isEmpty();
  }

  /// It was confirmed to its provider: leaving it out would lose it.
  @Test
  void whatANewerProgramWroteIsNotLeftOut() {
    String json = "{\"id\":\"m1\",\"content\":{\"@\":\"Danced\",\"steps\":\"rahasia\"}}";
    byte[] sealed = key.seal(json.getBytes(StandardCharsets.UTF_8), "spool");
    assertThatIOException()
        .isThrownBy(() -> seal.open(sealed))
        .withMessageContaining("newer program")
        .withMessageNotContaining("rahasia")
        .withNoCause();
  }
}
