package id.kentongan.integrations;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Notice;
import io.vertx.core.Future;
import java.util.List;

/// News from the records that wait to enter conversations. A notice is written in the transaction
/// of what it tells, and marked done after the Vault said Done or Duplicate.
public interface Notices {
  /// The oldest so many after the notice `after` (0: of all) of those that this program knows; the
  /// others wait for a newer one.
  Future<List<Waiting>> waiting(long after, int most);

  Future<Void> done(List<Long> ids);

  /// A notice and its id, which is also its event's id.
  record Waiting(long id, ConversationId conversation, Notice notice) {}
}
