package id.kentongan.integrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;

/// What becomes of a batch, each run of which is let go by the test.
class BatchedTest {
  private final Queue<Run> runs = new ArrayDeque<>();
  private final Batched<String, String> batched =
      new Batched<>(this::run, Duration.ZERO, (handle, asked) -> shouted(asked));
  private final Future<String> first = batched.ask("a");
  private final Future<String> second = batched.ask("b");
  private final Future<String> third = batched.ask("c");

  private record Run(Database.Work<List<String>> work, Promise<List<String>> end) {
    @SuppressWarnings("NullAway") // why: the work of these tests needs no database
    void goes() {
      end.complete(work.in(null));
    }
  }

  private Future<List<String>> run(Database.Work<List<String>> work) {
    var run = new Run(work, Promise.promise());
    runs.add(run);
    return run.end().future();
  }

  private static List<String> shouted(List<String> asked) {
    return asked.stream().map(text -> text.toUpperCase(Locale.ROOT)).toList();
  }

  @Test
  void whatComesMeanwhileIsTheNextBatch() {
    runs.remove().goes();
    runs.remove().goes();

    assertThat(List.of(first.result(), second.result(), third.result()))
        .containsExactly("A", "B", "C");
    assertThat(runs).isEmpty();
  }

  @Test
  void nobodyFailsForAnothersSake() {
    runs.remove().goes();
    runs.remove().end().fail(new IllegalStateException("one of them"));
    assertThat(runs).hasSize(2);
    runs.remove().goes();
    runs.remove().end().fail(new IllegalStateException("this one"));

    assertThat(second.result()).isEqualTo("B");
    assertThat(third.cause()).hasMessage("this one");
  }

  @Test
  void aLostDatabaseIsNotTriedOnceForEach() {
    runs.remove().goes();
    runs.remove().end().fail(new ConnectionException(new SQLException("gone")));

    assertThat(runs).isEmpty();
    assertThat(second.failed()).isTrue();
    assertThat(third.failed()).isTrue();
  }

  @Test
  void aConnectionThatBreaksIsLostAndAFaultyRowIsNot() {
    assertThat(Database.isLost(new IllegalStateException(new SQLException("", "08006")))).isTrue();
    assertThat(Database.isLost(new IllegalStateException(new SQLException("", "57P01")))).isTrue();
    assertThat(Database.isLost(new IllegalStateException(new SQLException("", "23505")))).isFalse();
    assertThat(Database.isLost(new IllegalStateException(new SQLException("")))).isFalse();
  }
}
