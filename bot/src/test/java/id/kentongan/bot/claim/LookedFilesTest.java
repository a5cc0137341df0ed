package id.kentongan.bot.claim;

import static id.kentongan.integrations.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.Files;
import id.kentongan.integrations.contract.Pieces;
import id.kentongan.integrations.documents.PaperCheck;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LookedFilesTest {
  private static final ConversationId ME = new ConversationId("telegram", "1");

  private final Vertx vertx = Vertx.vertx();
  private final Read files = new Read();
  private final LookedFiles looked =
      new LookedFiles(vertx, files, new PaperCheck(new PaperCheck.Least(1, 1, 1, 1, 1)));

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @Test
  void takesOneAtATimeIntoMemoryWhateverBecomesOfIt() {
    Future<Files.Kept> one = keep("one");
    Future<Files.Kept> two = keep("two");
    assertThat(files.asked).containsExactly("one");

    files.answers.getFirst().fail("the store is away");
    await().until(one::failed);
    await().until(() -> files.asked.equals(List.of("one", "two")));
    files.answers.getLast().complete(Buffer.buffer("x"));
    assertThat(await(two).fileId()).isEqualTo("two");
  }

  @Test
  void aPhotographWaitsForNoPdf() {
    keep("one.pdf");
    keep("two.pdf");
    keep("photograph");
    assertThat(files.asked).containsExactly("one.pdf", "photograph");
  }

  @Test
  void whoSendsManyWaitsForThemselves() {
    keep("mine-1.pdf");
    keep("mine-2.pdf");
    keep("mine-3.pdf");
    keep(new ConversationId("telegram", "2"), "other.pdf");
    for (int done = 0; done < 4; done++) {
      int before = done;
      await().until(() -> files.answers.size() == before + 1);
      files.answers.getLast().fail("the store is away");
    }
    assertThat(files.asked).containsExactly("mine-1.pdf", "mine-2.pdf", "other.pdf", "mine-3.pdf");
  }

  private Future<Files.Kept> keep(String id) {
    return keep(ME, id);
  }

  private Future<Files.Kept> keep(ConversationId owner, String id) {
    return looked.keep(owner, id, new Pieces(Buffer.buffer("x"), 1), 10);
  }

  /// Kept at once, read when the test says so.
  private static final class Read implements Files {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Promise<Buffer>> answers = new CopyOnWriteArrayList<>();

    @Override
    public Future<Kept> keep(
        ConversationId owner, String id, ReadStream<Buffer> bytes, long limit) {
      return Future.succeededFuture(
          new Kept(id, id.endsWith(".pdf") ? "application/pdf" : "text/plain", 1));
    }

    @Override
    public Future<Kept> keepMade(
        ConversationId owner, String id, String type, Buffer bytes, Instant until) {
      return Future.succeededFuture(new Kept(id, type, 1));
    }

    @Override
    public Future<Buffer> read(String fileId) {
      Promise<Buffer> answer = Promise.promise();
      answers.add(answer);
      asked.add(fileId);
      return answer.future();
    }
  }
}
