package id.kentongan.bot.desk;

import id.kentongan.integrations.DeadLetters;
import id.kentongan.integrations.Deliveries;
import id.kentongan.integrations.DeliveryReport;
import id.kentongan.integrations.Post;
import io.vertx.core.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deals with messages that a provider took and later could not deliver: they are sent again a few
/// times, later each time, or go to the dead letters. Done twice it has one effect.
public final class Returns {
  private static final Logger LOG = LoggerFactory.getLogger(Returns.class);
  private static final int BATCH = 100;

  private final Desk desk;
  private final Deliveries deliveries;
  private final DeadLetters dead;

  public Returns(Desk desk, Deliveries deliveries, DeadLetters dead) {
    this.desk = desk;
    this.deliveries = deliveries;
    this.dead = dead;
  }

  /// Succeeds when the report is noted; what follows from it is begun.
  public Future<Void> report(DeliveryReport report) {
    return deliveries.report(report).onSuccess(back -> back.forEach(this::begin)).mapEmpty();
  }

  /// What another node or an earlier process left; gives how many.
  public Future<Integer> sweep() {
    return deliveries
        .returned(BATCH)
        .compose(back -> Future.join(back.stream().map(this::deal).toList()).map(back.size()));
  }

  /// Begins what is to be done; what fails is found by the next [#sweep].
  public void begin(Deliveries.Returned returned) {
    deal(returned).onFailure(e -> LOG.warn("a returned message waits: {}", e.toString()));
  }

  private Future<Void> deal(Deliveries.Returned returned) {
    return done(returned).compose(done -> deliveries.dealt(returned));
  }

  private Future<?> done(Deliveries.Returned returned) {
    Post post = returned.post();
    String why = "the provider took it and then reported " + returned.error();
    boolean often = Comebacks.times(post.id()) >= Comebacks.MOST;
    return switch (returned.remedy()) {
      case AGAIN -> often ? dead.add(post, why) : desk.again(returned.id(), post, true);
      case OUTSIDE_WINDOW -> often ? dead.add(post, why) : desk.again(returned.id(), post, false);
      case DEAD -> dead.add(post, why);
    };
  }
}
