package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.talk.ConversationId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The rows and keys of conversations that write much, so that the journal need not look each up
/// again. Holds only what a committed transaction saw.
public final class TalkCache {
  private static final int MOST = 20_000;

  private final Talks talks;
  private final Map<ConversationId, Talks.Talk> known = new Latest();
  private long erased;

  public TalkCache(Talks talks) {
    this.talks = talks;
  }

  /// Puts each conversation's row into `found`.
  public void find(
      Handle handle, List<ConversationId> whose, Map<ConversationId, Talks.Talk> found) {
    var unknown = new ArrayList<ConversationId>();
    for (ConversationId who : whose) {
      Talks.Talk talk = get(who);
      if (talk == null) {
        unknown.add(who);
      } else {
        found.put(who, talk);
      }
    }
    if (!unknown.isEmpty()) {
      // why: two batches that meet new conversations in different orders would wait for each other.
      unknown.sort(Comparator.comparing(ConversationId::key));
      List<Talks.Talk> rows = talks.all(handle, unknown);
      for (int i = 0; i < rows.size(); i++) {
        found.put(unknown.get(i), rows.get(i));
      }
    }
  }

  /// How many erasures there were; after another one the keys may be others.
  public synchronized void erased(long place) {
    if (place != erased) {
      known.clear();
      erased = place;
    }
  }

  public synchronized void committed(Map<ConversationId, Talks.Talk> found) {
    known.putAll(found);
  }

  private synchronized Talks.@Nullable Talk get(ConversationId who) {
    return known.get(who);
  }

  /// The most recently used.
  private static final class Latest extends LinkedHashMap<ConversationId, Talks.Talk> {
    private static final long serialVersionUID = 1L;

    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<ConversationId, Talks.Talk> eldest) {
      return size() > MOST;
    }
  }
}
