package id.kentongan.integrations.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Files;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What [Files] promises.
public abstract class FilesContract {
  protected static final ConversationId ME = new ConversationId("whatsapp", "+6281233445566");
  private static final long LIMIT = 2_000_000;

  private final Vertx vertx = Vertx.vertx();

  protected abstract Files files();

  @AfterEach
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 65_535, 65_536, 65_537, 131_072, 1_500_000, 2_000_000})
  void givesBackWhatItKept(int size) throws Exception {
    Buffer photo = photo(size);
    Files.Kept kept = keep("telegram:1/1/0", new Pieces(photo, 10_007));

    assertThat(kept.type()).isEqualTo("image/jpeg");
    assertThat(kept.size()).isEqualTo(size);
    assertThat(read(kept.fileId())).isEqualTo(photo);
  }

  @Test
  void keepsTwiceOnce() throws Exception {
    Buffer photo = photo(200_000);
    Files.Kept first = keep("telegram:1/1/0", new Pieces(photo, 4_096));

    assertThat(keep("telegram:1/1/0", new Pieces(photo, 65_536))).isEqualTo(first);
    assertThat(keep("telegram:1/2/0", new Pieces(photo, 65_536)).fileId())
        .isNotEqualTo(first.fileId());
  }

  @Test
  void stopsAtTheLimit() {
    assertThat(refusal(new Pieces(photo(2_000_001), 100_000)))
        .isInstanceOf(Channel.FileTooLarge.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PK", "MZ..this is a program.......", "<html><script>"})
  void refusesWhatIsNeitherPhotographNorPdf(String bytes) {
    Buffer buffer = Buffer.buffer(bytes.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(refusal(new Pieces(buffer, 5))).isInstanceOf(Files.Refused.class);
  }

  @Test
  void leavesNothingOfWhatBrokeOffAndTakesItAgain() throws Exception {
    Buffer photo = photo(300_000);
    var broken = new Pieces(photo, 50_000).breakingOffAfter(4);

    assertThat(refusal(broken)).hasMessage("cut");
    Files.Kept kept = keep("telegram:9/9/9", new Pieces(photo, 50_000));
    assertThat(read(kept.fileId())).isEqualTo(photo);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nope", "00000000-0000-0000-0000-000000000000", "' or 1=1"})
  void knowsNoOtherFiles(String id) {
    assertThat(failure(() -> files().read(id)))
        .isInstanceOf(java.util.NoSuchElementException.class);
  }

  protected Files.Kept keep(String id, ReadStream<Buffer> bytes) throws Exception {
    return onContext(() -> files().keep(ME, id, bytes, LIMIT)).get(60, TimeUnit.SECONDS);
  }

  protected Buffer read(String id) throws Exception {
    return onContext(() -> files().read(id)).get(60, TimeUnit.SECONDS);
  }

  protected static Buffer photo(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    bytes[0] = (byte) 0xFF;
    bytes[1] = (byte) 0xD8;
    bytes[2] = (byte) 0xFF;
    return Buffer.buffer(bytes);
  }

  private Throwable refusal(ReadStream<Buffer> bytes) {
    return failure(() -> files().keep(ME, "telegram:9/9/9", bytes, LIMIT));
  }

  private <T> Throwable failure(Supplier<Future<T>> act) {
    Throwable thrown = catchThrowable(() -> onContext(act).get(60, TimeUnit.SECONDS));
    return Objects.requireNonNull(thrown.getCause());
  }

  private <T> CompletableFuture<T> onContext(Supplier<Future<T>> act) {
    var result = new CompletableFuture<T>();
    vertx
        .getOrCreateContext()
        .runOnContext(
            go -> act.get().onSuccess(result::complete).onFailure(result::completeExceptionally));
    return result;
  }

  @Test
  void keepsWhatWeMadeOnceOfAnyType() throws Exception {
    Instant until = Instant.parse("2026-12-01T00:00:00Z");
    Buffer made = Buffer.buffer(new byte[150_000]).setByte(149_999, (byte) 7);
    Files.Kept first = made(made, until);

    assertThat(made(made, until)).isEqualTo(first);
    assertThat(first.type()).isEqualTo("text/csv");
    assertThat(read(first.fileId())).isEqualTo(made);
  }

  private Files.Kept made(Buffer bytes, Instant until) throws Exception {
    return files()
        .keepMade(ME, "made/1", "text/csv", bytes, until)
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }
}
