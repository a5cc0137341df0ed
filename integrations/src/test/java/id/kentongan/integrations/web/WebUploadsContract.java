package id.kentongan.integrations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Chunks;
import id.kentongan.integrations.WebUploads;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What every [WebUploads] keeps to.
public abstract class WebUploadsContract {
  private static final long LIMIT = 10 << 20;

  private final ConversationId slamet = WebMessagesContract.someone();
  private final String handle = "web:" + slamet.sender() + ":1";

  protected abstract WebUploads uploads();

  @Test
  void givesBackTheBytes() {
    List<Buffer> chunks = List.of(random(70_000), random(1), random(900_000), random(8_192));
    Buffer whole = Buffer.buffer();
    chunks.forEach(whole::appendBuffer);
    assertThat(keep(Chunks.of(chunks), LIMIT)).isEqualTo(whole.length());
    assertThat(read(handle)).isEqualTo(whole);
    assertThat(read(handle)).isEqualTo(whole);
  }

  @Test
  void keepsAnEmptyFile() {
    assertThat(keep(Chunks.of(List.of()), LIMIT)).isZero();
    assertThat(read(handle).length()).isZero();
  }

  @Test
  void replacesAnUploadSentAgain() {
    keep(Chunks.of(List.of(random(500_000))), LIMIT);
    keep(Chunks.of(List.of(Buffer.buffer("kedua"))), LIMIT);
    assertThat(read(handle)).hasToString("kedua");
  }

  @Test
  void refusesPastTheLimitAndKeepsNothing() {
    assertThatThrownBy(() -> keep(Chunks.of(List.of(random(600), random(401))), 1000))
        .isInstanceOf(Channel.FileTooLarge.class);
    assertGone();
  }

  @Test
  void keepsNothingOfAStreamThatBreaks() {
    var breaks =
        new Chunks(
            n ->
                n < 3
                    ? Future.succeededFuture(Optional.of(random(200_000)))
                    : Future.failedFuture(new java.io.IOException("cut")));
    assertThatThrownBy(() -> keep(breaks, LIMIT)).isInstanceOf(java.io.IOException.class);
    assertGone();
  }

  @Test
  void forgets() {
    keep(Chunks.of(List.of(random(10))), LIMIT);
    uploads().forget(handle).await();
    uploads().forget(handle).await();
    assertGone();
  }

  @Test
  void sweepsOnlyWhatIsOld() {
    keep(Chunks.of(List.of(random(10))), LIMIT);
    uploads().sweep(Instant.now().minus(Duration.ofDays(1))).await();
    assertThat(read(handle).length()).isEqualTo(10);
    assertThat(uploads().sweep(Instant.now().plus(Duration.ofDays(1))).await()).isPositive();
    assertGone();
  }

  private void assertGone() {
    assertThatThrownBy(() -> uploads().open(handle).await()).isInstanceOf(Channel.FileGone.class);
  }

  private long keep(ReadStream<Buffer> bytes, long limit) {
    return uploads().keep(slamet, handle, bytes, limit).await();
  }

  private Buffer read(String name) {
    Promise<Buffer> whole = Promise.promise();
    Buffer all = Buffer.buffer();
    ReadStream<Buffer> stream = uploads().open(name).await();
    stream.exceptionHandler(whole::tryFail);
    stream.endHandler(end -> whole.tryComplete(all));
    stream.handler(all::appendBuffer);
    return whole.future().await();
  }

  private static Buffer random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return Buffer.buffer(bytes);
  }
}
