package id.kentongan.bot.watch;

import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.Neighbours;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.util.Locale;
import java.util.function.Function;

/// What other nodes made of events that were given to them, and how long that took. `silent`: no
/// answer came, and the event was done here.
public final class MeteredNeighbours implements Neighbours {
  private final Neighbours neighbours;
  private final Meters handed;

  public MeteredNeighbours(Neighbours neighbours, MeterRegistry meters) {
    this.neighbours = neighbours;
    this.handed =
        new Meters(meters, "kentongan.desk.hand", "answer", "Events given to other nodes");
  }

  @Override
  public Future<Answer> hand(String node, Inbound in) {
    long begun = System.nanoTime();
    return neighbours
        .hand(node, in)
        .onComplete(
            done ->
                handed.took(
                    done.succeeded() ? done.result().name().toLowerCase(Locale.ROOT) : "silent",
                    System.nanoTime() - begun));
  }

  @Override
  public Future<Void> listen(Function<Inbound, Future<Answer>> doing) {
    return neighbours.listen(doing);
  }
}
