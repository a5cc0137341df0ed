package id.kentongan.integrations.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Outgoing;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalChannelTest {
  private final Vertx vertx = Vertx.vertx();
  private final List<Outgoing> screen = new ArrayList<>();
  private final TerminalChannel channel = new TerminalChannel(vertx, screen::add);

  @TempDir Path folder;

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void showsWhatIsSaid() {
    var who = new ConversationId(TerminalChannel.NAME, "budi");
    var message = new Outgoing(EffectId.of(who, 1, 0), who, Bubble.of("Halo"), null, null);
    channel.send(message).await();
    assertThat(screen).containsExactly(message);
  }

  @Test
  void readsAFileByItsPath() throws IOException {
    Path photo = Files.write(folder.resolve("ktp.jpg"), new byte[300_000]);
    var file = new FileRef(photo.toString(), "image/jpeg", 300_000);
    Promise<Integer> size = Promise.promise();
    Buffer all = Buffer.buffer();
    channel
        .open(file, 1 << 20)
        .onSuccess(
            stream -> {
              stream.endHandler(end -> size.complete(all.length()));
              stream.handler(all::appendBuffer);
            });
    assertThat(size.future().await()).isEqualTo(300_000);
    assertThatThrownBy(() -> channel.open(file, 1000).await())
        .isInstanceOf(Channel.FileTooLarge.class);
    assertThatThrownBy(() -> channel.open(new FileRef("/no/such", "image/png", -1), 9).await())
        .isInstanceOf(Channel.FileGone.class);
  }
}
