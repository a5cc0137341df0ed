package id.kentongan.integrations;

import id.kentongan.dialogs.talk.Inbound;
import io.vertx.core.Future;
import java.util.function.Function;

/// The other nodes, to whom a person's event may be given to do, because it costs them less. Best
/// effort: whoever gets no answer does it too, for an event takes effect once.
public interface Neighbours {
  /// What became of an event at another node.
  enum Answer {
    COMMITTED,
    /// It took effect before.
    DUPLICATE,
    /// Too much of its conversation waits there.
    BUSY,
    /// Nothing was done: the other node has no right to it, or does not understand it.
    NOT_MINE
  }

  /// Gives an event to a node. Fails when no answer comes in time; it may take effect all the same.
  Future<Answer> hand(String node, Inbound in);

  /// Does what others give to this node. Until then it gives nothing away.
  Future<Void> listen(Function<Inbound, Future<Answer>> doing);
}
