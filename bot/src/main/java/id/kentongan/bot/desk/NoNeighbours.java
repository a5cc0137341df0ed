package id.kentongan.bot.desk;

import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.Neighbours;
import io.vertx.core.Future;
import java.util.function.Function;

/// Nobody else is there.
record NoNeighbours() implements Neighbours {
  @Override
  public Future<Answer> hand(String node, Inbound in) {
    return Future.succeededFuture(Answer.NOT_MINE);
  }

  @Override
  public Future<Void> listen(Function<Inbound, Future<Answer>> doing) {
    return Future.succeededFuture();
  }
}
