package id.kentongan.integrations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Chunks;
import id.kentongan.integrations.Outcome;
import id.kentongan.integrations.Outgoing;
import id.kentongan.integrations.WebUploads;
import id.kentongan.integrations.contract.WebMessagesContract;
import id.kentongan.integrations.memory.MemoryWebMessages;
import id.kentongan.integrations.memory.MemoryWebUploads;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebChannelTest {
  private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

  private final InstantSource clock = InstantSource.fixed(NOW);
  private final MemoryWebMessages messages = new MemoryWebMessages();
  private final MemoryWebUploads uploads = new MemoryWebUploads(clock);
  private final WebChannel channel = new WebChannel(messages, uploads, clock);
  private final ConversationId slamet = WebMessagesContract.someone();

  @Test
  void deliversOnceHoweverOftenItIsSent() {
    var message =
        new Outgoing(EffectId.of(slamet, 1, 0), slamet, Bubble.of("Selamat pagi"), null, null);
    assertThat(channel.send(message).await()).isEqualTo(new Outcome.Delivered("1"));
    assertThat(channel.send(message).await()).isEqualTo(new Outcome.Delivered("1"));
    assertThat(messages.latest(slamet, 9).await())
        .singleElement()
        .satisfies(n -> assertThat(n.line().own()).isFalse())
        .satisfies(n -> assertThat(n.line().at()).isEqualTo(NOW));
  }

  @Test
  void opensAndForgetsAnUpload() {
    var file = new FileRef("web:x:1", "application/pdf", 21);
    uploads
        .keep(
            slamet,
            "web:x:1",
            WebUploads.Kind.PAPER,
            Chunks.of(List.of(Buffer.buffer("%PDF-1.7 abcdefghijkl"))),
            99)
        .await();
    assertThat(channel.open(file, 99).await()).isNotNull();
    assertThatThrownBy(() -> channel.open(file, 2).await())
        .isInstanceOf(Channel.FileTooLarge.class);
    channel.forget(file).await();
    assertThatThrownBy(() -> channel.open(file, 99).await()).isInstanceOf(Channel.FileGone.class);
  }
}
