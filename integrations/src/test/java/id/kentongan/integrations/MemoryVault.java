package id.kentongan.integrations;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.dialogs.talk.Timer;
import id.kentongan.dialogs.talk.TimerName;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A Vault in memory, for tests of what stands before it. Owns its one shard always; what is to be
/// done stands in [#posts].
public final class MemoryVault implements Vault {
  private static final Lease LEASE = new Lease("k0", 1);

  private final Map<ConversationId, Kept> talks = new HashMap<>();
  private final List<Post> posts = new ArrayList<>();

  private static final class Kept {
    Loaded loaded = new Loaded(Talk.fresh(), 0, null, null);
    final Set<String> seen = new HashSet<>();
    final Map<TimerName, Instant> timers = new EnumMap<>(TimerName.class);
  }

  @Override
  public synchronized Future<Loaded> load(ConversationId conversation) {
    return Future.succeededFuture(kept(conversation).loaded);
  }

  @Override
  public synchronized Future<Committed> commit(Commit commit) {
    return Future.succeededFuture(written(commit));
  }

  @Override
  public String shard(ConversationId conversation) {
    return LEASE.name();
  }

  /// Everything ever committed to be done, in order.
  public synchronized List<Post> posts() {
    return List.copyOf(posts);
  }

  private Kept kept(ConversationId conversation) {
    return talks.computeIfAbsent(conversation, fresh -> new Kept());
  }

  private Committed written(Commit commit) {
    Kept kept = kept(commit.conversation());
    boolean gone =
        commit.origin() instanceof Origin.Fired(var name, var due)
            && !due.equals(kept.timers.get(name));
    if (gone || kept.seen.contains(commit.eventId())) {
      return new Committed.Duplicate();
    }
    if (kept.loaded.version() != commit.base().version()) {
      return new Committed.Stale();
    }
    kept.seen.add(commit.eventId());
    kept.loaded = new Loaded(commit.next().talk(), commit.version(), inbound(commit), null);
    if (commit.origin() instanceof Origin.Fired(var name, var due)) {
      kept.timers.remove(name, due);
    }
    for (Timer timer : commit.next().timers()) {
      switch (timer) {
        case Timer.Set(var name, var at) -> kept.timers.put(name, at);
        case Timer.Cancel(var name) -> kept.timers.remove(name);
      }
    }
    var entries = new ArrayList<String>();
    for (Post post : commit.next().posts()) {
      posts.add(post);
      entries.add("1-" + posts.size());
    }
    return new Committed.Done(commit.version(), new Handed(LEASE, 0, entries));
  }

  private static @Nullable Instant inbound(Commit commit) {
    return commit.origin() instanceof Origin.Person(var at) ? at : commit.base().lastInbound();
  }
}
