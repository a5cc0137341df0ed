package id.kentongan.integrations;

import id.kentongan.dialogs.talk.ConversationId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The effects that wait, shard by shard, in the order of their commits. What is in it is pending;
/// only the holder of the shard's lease works on it, an older fence is refused.
public interface Outbox {
  /// Renews the shard's lease and reads what comes after an entry (`0` for the start); empty when
  /// the lease is lost.
  Future<Optional<Page>> read(Lease lease, String after, int most);

  /// Deletes what is done; false when the lease is lost.
  Future<Boolean> settle(Lease lease, List<String> entries);

  /// Notes when an entry is tried again, and how often it has been; false when the lease is lost.
  Future<Boolean> later(Lease lease, String entry, Instant due, int attempts);

  /// Moves an entry to the dead letters; false when the lease is lost.
  Future<Boolean> bury(Lease lease, String entry, String why);

  /// Whether an entry still waits: false when it was withdrawn or the lease is lost.
  Future<Boolean> waits(Lease lease, String entry);

  /// Entries in order, and those that only a newer program can read; `read` are both together and
  /// what was buried because nobody can. `foreign` counts the commits that other nodes made into
  /// this shard, `length` all its entries; `nextTimer` is the shard's earliest.
  record Page(
      List<Waiting> entries,
      List<Newer> newer,
      int read,
      long foreign,
      long length,
      @Nullable Instant nextTimer) {
    public Page {
      entries = List.copyOf(entries);
      newer = List.copyOf(newer);
    }
  }

  /// An entry that waits for a newer program, and whose it is: nothing of that conversation's that
  /// comes after it may leave before it.
  record Newer(String entry, ConversationId conversation) {}

  /// An entry, and since it was put off: when to try again and how often it was tried.
  record Waiting(String entry, Post post, int attempts, @Nullable Instant due) {}
}
