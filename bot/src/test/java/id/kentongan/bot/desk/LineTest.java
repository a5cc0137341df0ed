package id.kentongan.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import org.junit.jupiter.api.Test;

final class LineTest {
  private final Line line = new Line();

  @Test
  void anErrorThatATurnThrowsEndsThatTurnAlone() {
    Future<String> broken =
        line.add(
            () -> {
              throw new StackOverflowError();
            });
    Future<String> next = line.add(() -> Future.succeededFuture("goes on"));
    assertThat(broken.cause()).isInstanceOf(StackOverflowError.class);
    assertThat(next.result()).isEqualTo("goes on");
    assertThat(line.idle()).isTrue();
  }
}
