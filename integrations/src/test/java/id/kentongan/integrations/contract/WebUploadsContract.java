package id.kentongan.integrations.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Chunks;
import id.kentongan.integrations.Files;
import id.kentongan.integrations.WebUploads;
import id.kentongan.integrations.WebUploads.Kind;
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
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0};

  private final ConversationId slamet = WebMessagesContract.someone();
  private final String handle = "web:" + slamet.sender() + ":1";

  protected abstract WebUploads uploads();

  @Test
  void givesBackTheBytes() {
    List<Buffer> chunks = List.of(random(70_000), random(100), random(900_000), random(8_192));
    Buffer whole = Buffer.buffer();
    chunks.forEach(whole::appendBuffer);
    assertThat(keep(Chunks.of(chunks), LIMIT)).isEqualTo(whole.length());
    assertThat(read(handle)).isEqualTo(whole);
    assertThat(read(handle)).isEqualTo(whole);
  }

  @Test
  void refusesWhatIsNoPhotographOrPdf() {
    for (Buffer none : List.of(Buffer.buffer(), Buffer.buffer("MZ program, 16 or more bytes"))) {
      assertThatThrownBy(() -> keep(Chunks.of(List.of(none)), LIMIT))
          .isInstanceOf(Files.Refused.class);
      assertGone();
    }
  }

  @Test
  void keepsAListAsOneOnlyWhenItIsSaidToBeOne() {
    for (String list : List.of("NIK;Nama\n3510;Siti", "PK\u0003\u0004 a workbook, as it begins")) {
      var bytes = Buffer.buffer(list);
      assertThatThrownBy(() -> keep(Kind.PAPER, Chunks.of(List.of(bytes)), LIMIT))
          .isInstanceOf(Files.Refused.class);
      assertThat(keep(Kind.TABLE, Chunks.of(List.of(bytes)), LIMIT)).isEqualTo(bytes.length());
      assertThat(read(handle)).isEqualTo(bytes);
      uploads().forget(handle).await();
    }
    for (Buffer none : List.of(Buffer.buffer(), Buffer.buffer("\u007fELF\u0002\u0001 a program"))) {
      assertThatThrownBy(() -> keep(Kind.TABLE, Chunks.of(List.of(none)), LIMIT))
          .isInstanceOf(Files.Refused.class);
      assertGone();
    }
  }

  @Test
  void keepsAnUploadSentAgainOnce() {
    keep(Chunks.of(List.of(random(500_000))), LIMIT);
    keep(Chunks.of(List.of(random(500_000))), LIMIT);
    assertThat(read(handle).length()).isEqualTo(500_000);
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
    keep(Chunks.of(List.of(random(100))), LIMIT);
    uploads().forget(handle).await();
    uploads().forget(handle).await();
    assertGone();
  }

  @Test
  void sweepsOnlyWhatIsOld() {
    keep(Chunks.of(List.of(random(100))), LIMIT);
    uploads().sweep(Instant.now().minus(Duration.ofDays(1))).await();
    assertThat(read(handle).length()).isEqualTo(100);
    assertThat(uploads().sweep(Instant.now().plus(Duration.ofDays(1))).await()).isPositive();
    assertGone();
  }

  private void assertGone() {
    assertThatThrownBy(() -> uploads().open(handle).await()).isInstanceOf(Channel.FileGone.class);
  }

  private long keep(ReadStream<Buffer> bytes, long limit) {
    return keep(Kind.PAPER, bytes, limit);
  }

  private long keep(Kind kind, ReadStream<Buffer> bytes, long limit) {
    return uploads().keep(slamet, handle, kind, bytes, limit).await();
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
    System.arraycopy(JPEG, 0, bytes, 0, JPEG.length);
    return Buffer.buffer(bytes);
  }
}
