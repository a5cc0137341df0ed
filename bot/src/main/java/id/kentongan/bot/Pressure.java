package id.kentongan.bot;

import id.kentongan.bot.desk.Crowd;
import id.kentongan.bot.http.Health;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Outgoing;
import id.kentongan.integrations.StoreLoad;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Looks every second how full the store of conversations is. Past 85% of its memory, or with too
/// many effects waiting, nothing more is taken in; what goes out goes on.
final class Pressure implements Crowd, AutoCloseable {
  private static final double MOST_MEMORY = 0.85;
  private static final long EVERY_MILLIS = 1_000;

  private final Vertx vertx;
  private final StoreLoad load;
  private final int mostWaiting;
  private final TurnedAway turnedAway;
  private final long timer;
  private volatile Optional<String> why = Optional.empty();

  /// How to tell it, and in which words.
  record TurnedAway(Map<String, Channel> channels, Supplier<String> words) {}

  Pressure(Vertx vertx, StoreLoad load, int mostWaiting, TurnedAway turnedAway) {
    this.vertx = vertx;
    this.load = load;
    this.mostWaiting = mostWaiting;
    this.turnedAway = turnedAway;
    this.timer = vertx.setPeriodic(EVERY_MILLIS, look -> look());
  }

  @Override
  public Optional<String> why() {
    return why;
  }

  @Override
  public Future<Void> turnAway(Inbound in) {
    Channel channel = turnedAway.channels().get(in.conversation().channel());
    if (channel == null) {
      return Future.succeededFuture();
    }
    var id = EffectId.of(in.conversation(), 0, 0);
    var words = Bubble.of(turnedAway.words().get());
    return channel
        .send(new Outgoing(id, in.conversation(), words, in.at(), in.handle()))
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  Health.Check health() {
    return new Health.Check("room", () -> Future.succeededFuture(why));
  }

  @Override
  public void close() {
    vertx.cancelTimer(timer);
  }

  /// why: while the store does not answer, what it said last stands; that it does not is told by
  /// another check.
  private void look() {
    load.read().onSuccess(read -> why = fault(read));
  }

  private Optional<String> fault(StoreLoad.Load read) {
    if (read.memory() > MOST_MEMORY) {
      return Optional.of("Redis uses %.0f%% of its maxmemory".formatted(read.memory() * 100));
    }
    return read.waiting() > mostWaiting
        ? Optional.of(read.waiting() + " effects wait, more than desk.most-waiting")
        : Optional.empty();
  }
}
