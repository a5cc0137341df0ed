package id.kentongan.integrations.memory;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.Resting;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Resting conversations in memory.
public final class MemoryResting implements Resting {
  public final Map<ConversationId, State> states = new ConcurrentHashMap<>();

  @Override
  public Future<Void> lay(ConversationId who, State state) {
    states.put(who, state);
    return Future.succeededFuture();
  }

  @Override
  public Future<Optional<State>> find(ConversationId who) {
    return Future.succeededFuture(Optional.ofNullable(states.get(who)));
  }

  @Override
  public Future<Void> forget(ConversationId who) {
    states.remove(who);
    return Future.succeededFuture();
  }
}
