package id.kentongan.bot.desk;

import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.Neighbours;
import id.kentongan.integrations.Vault.Committed;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/// Which other node works on a shard, as this node's own commits are told, and whether that one
/// answers: a person's event is better done there, where its conversation is remembered and what it
/// says is sent. A shard is asked for on its event loop.
public final class Holders {
  /// Every event is done here.
  static final Holders NONE =
      new Holders(new NoNeighbours(), shard -> true, new Silence(Duration.ZERO, () -> 0));

  private static final int MANY = 100;

  private final Neighbours neighbours;
  private final Predicate<String> own;
  private final Silence silence;
  private final Map<String, String> holders = new ConcurrentHashMap<>();
  private final Map<String, Neighbour> nodes = new ConcurrentHashMap<>();

  /// How long a node that did not answer is left alone, by a clock of nanoseconds.
  public record Silence(Duration pause, LongSupplier nanos) {
    long over() {
      return nanos.getAsLong() + pause.toNanos();
    }
  }

  /// `own`: whether this node works on a shard.
  public Holders(Neighbours neighbours, Predicate<String> own, Silence silence) {
    this.neighbours = neighbours;
    this.own = own;
    this.silence = silence;
  }

  /// Does at the Desk what others give to this node, and may give to others from now on.
  public Future<Void> open(Desk desk) {
    return neighbours.listen(
        in ->
            desk.handed(in)
                .map(done -> done.map(Holders::answer).orElse(Neighbours.Answer.NOT_MINE))
                .recover(
                    e ->
                        e instanceof Desk.Busy
                            ? Future.succeededFuture(Neighbours.Answer.BUSY)
                            : Future.failedFuture(e)));
  }

  boolean own(String shard) {
    return own.test(shard);
  }

  /// A commit of this node says who works on the shard.
  void committed(String shard, Committed.Done done) {
    String holder = done.holder();
    if (holder != null) {
      holders.put(shard, holder);
    } else {
      holders.remove(shard);
    }
  }

  /// What another node made of the event; nothing when this node has to do it itself.
  Future<Optional<Received>> hand(String shard, Inbound in) {
    String holder = own.test(shard) ? null : holders.get(shard);
    long asked = silence.nanos().getAsLong();
    if (holder == null || !node(holder, asked).asked(asked)) {
      return Future.succeededFuture(Optional.empty());
    }
    return neighbours
        .hand(holder, in)
        .onSuccess(answer -> node(holder, asked).answered(silence.nanos().getAsLong()))
        .onFailure(e -> node(holder, asked).silent(asked, silence.over()))
        .compose(
            answer -> received(shard, holder, answer),
            e -> Future.succeededFuture(Optional.empty()));
  }

  private Future<Optional<Received>> received(
      String shard, String holder, Neighbours.Answer answer) {
    return switch (answer) {
      case COMMITTED -> Future.succeededFuture(Optional.of(Received.COMMITTED));
      case DUPLICATE -> Future.succeededFuture(Optional.of(Received.DUPLICATE));
      case BUSY -> Future.failedFuture(new Desk.Busy());
      case NOT_MINE -> {
        holders.remove(shard, holder);
        yield Future.succeededFuture(Optional.empty());
      }
    };
  }

  private static Neighbours.Answer answer(Received received) {
    return switch (received) {
      case COMMITTED -> Neighbours.Answer.COMMITTED;
      case DUPLICATE -> Neighbours.Answer.DUPLICATE;
      case LATE, TURNED_AWAY, FLOODED -> Neighbours.Answer.NOT_MINE;
    };
  }

  private Neighbour node(String name, long now) {
    if (nodes.size() > MANY) {
      nodes.keySet().retainAll(holders.values());
    }
    return nodes.computeIfAbsent(name, fresh -> new Neighbour(now));
  }
}
