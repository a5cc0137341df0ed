package id.kentongan.bot.postman;

import id.kentongan.bot.desk.Desk;
import id.kentongan.integrations.Leases;
import id.kentongan.integrations.Wakes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shares the shards among the nodes that live: each takes free ones up to its fair share, gives
/// back what is above it, and renews what it holds, three times in a lease's life.
public final class Rounds {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final Vertx vertx;
  private final Leases leases;
  private final Wakes wakes;
  private final List<String> shards;
  private final Postman postman;
  private final Desk desk;
  private long ticking = -1;
  private volatile boolean stopped;
  private volatile Future<Void> tick = Future.succeededFuture();

  /// `shards` all there are, by name.
  public Rounds(
      Vertx vertx, Leases leases, Wakes wakes, List<String> shards, Postman postman, Desk desk) {
    this.vertx = vertx;
    this.leases = leases;
    this.wakes = wakes;
    this.shards = List.copyOf(shards);
    this.postman = postman;
    this.desk = desk;
  }

  /// Done when the first shards are taken.
  public Future<Void> start() {
    long pause = leases.lasts().toMillis() * 3 / 10;
    ticking = vertx.setPeriodic(pause, again -> tick());
    return wakes.listen(postman::look).compose(listening -> tick());
  }

  /// Finishes what is under way and gives everything back.
  public Future<Void> stop() {
    stopped = true;
    vertx.cancelTimer(ticking);
    return tick.eventually(() -> Future.join(postman.shards().stream().map(postman::end).toList()))
        .eventually(leases::leave);
  }

  private Future<Void> tick() {
    postman.shards().forEach(postman::look);
    if (tick.isComplete() && !stopped) {
      tick =
          leases
              .beat()
              .compose(nodes -> share(Math.ceilDiv(shards.size(), Math.max(1, nodes.size()))))
              .onFailure(e -> LOG.warn("cannot share the shards: {}", e.toString()))
              .otherwiseEmpty();
    }
    return tick;
  }

  private Future<Void> share(int fair) {
    var mine = new ArrayList<>(postman.shards());
    if (mine.size() > fair) {
      var surplus = mine.subList(fair, mine.size());
      return Future.join(surplus.stream().map(postman::end).toList()).mapEmpty();
    }
    var others = new ArrayList<>(shards);
    others.removeAll(mine);
    // why: nodes that all begin with the first shard only get in each other's way.
    Collections.shuffle(others);
    return claim(others, fair - mine.size());
  }

  private Future<Void> claim(List<String> free, int wanted) {
    if (free.isEmpty() || wanted == 0 || stopped) {
      return Future.succeededFuture();
    }
    var rest = free.subList(1, free.size());
    return leases
        .claim(free.getFirst())
        .compose(
            won -> {
              won.ifPresent(lease -> postman.begin(lease, desk));
              return claim(rest, won.isPresent() ? wanted - 1 : wanted);
            });
  }
}
