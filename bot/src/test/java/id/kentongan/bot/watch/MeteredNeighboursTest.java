package id.kentongan.bot.watch;

import static id.kentongan.integrations.Await.await;
import static id.kentongan.integrations.TestTalks.someone;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.Neighbours;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class MeteredNeighboursTest implements Neighbours {
  private static final List<String> NODES = List.of("COMMITTED", "DUPLICATE", "BUSY", "NOT_MINE");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Neighbours metered = new MeteredNeighbours(this, meters);

  @Test
  void countsByWhatWasAnswered() {
    var in =
        new Inbound(
            "m1", someone(), Instant.EPOCH, new Inbound.Words("halo", false), null, null, "h1");
    for (String node : NODES) {
      assertThat(await(metered.hand(node, in))).isEqualTo(Answer.valueOf(node));
    }
    await(metered.hand("COMMITTED", in));
    assertThat(metered.hand("dead", in).failed()).isTrue();

    assertThat(handed("committed")).isEqualTo(2);
    assertThat(List.of(handed("duplicate"), handed("busy"), handed("not_mine"), handed("silent")))
        .containsOnly(1L);
  }

  private long handed(String answer) {
    return meters.get("kentongan.desk.hand").tag("answer", answer).timer().count();
  }

  /// A node answers what it is called.
  @Override
  public Future<Answer> hand(String node, Inbound in) {
    return NODES.contains(node)
        ? Future.succeededFuture(Answer.valueOf(node))
        : Future.failedFuture(new TimeoutException("no answer"));
  }

  @Override
  public Future<Void> listen(Function<Inbound, Future<Answer>> doing) {
    return Future.succeededFuture();
  }
}
