package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.talk.ConversationId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The rows and keys of conversations that write much, so that the journal need not look each up
/// again. Holds only what a committed transaction saw.
final class TalkCache {
  private static final int MOST = 20_000;

  private final Talks talks;
  private final Map<ConversationId, Talks.Talk> known = new Latest();

  TalkCache(Talks talks) {
    this.talks = talks;
  }

  Talks.Talk of(Handle handle, ConversationId who) {
    Talks.Talk talk = get(who);
    return talk != null ? talk : talks.of(handle, who);
  }

  synchronized void committed(Map<ConversationId, Talks.Talk> found) {
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
