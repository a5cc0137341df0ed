package id.kentongan.integrations;

import id.kentongan.dialogs.talk.ConversationId;
import io.vertx.core.Future;
import java.util.Optional;

/// Where the states of conversations lie in which nobody has written for months, sealed as they
/// were. The store in front keeps their versions and the events that they remember.
public interface Resting {
  /// `wrapped` is the key that `sealed` is sealed by.
  // why: compared by nobody.
  @SuppressWarnings("ArrayRecordComponent")
  record State(byte[] wrapped, byte[] sealed) {}

  /// Lays it down instead of what lay there before.
  Future<Void> lay(ConversationId who, State state);

  Future<Optional<State>> find(ConversationId who);

  Future<Void> forget(ConversationId who);
}
