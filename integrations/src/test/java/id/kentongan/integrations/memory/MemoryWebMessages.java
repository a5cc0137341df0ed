package id.kentongan.integrations.memory;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.WebMessages;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// [WebMessages] in memory, for tests.
public final class MemoryWebMessages implements WebMessages {
  private final Map<ConversationId, List<Numbered>> lines = new HashMap<>();
  private final Map<ConversationId, Set<Consumer<Wake>>> ears = new ConcurrentHashMap<>();

  @Override
  public Future<Long> append(ConversationId conversation, String id, Line line) {
    long seq = add(conversation, id, line);
    wake(conversation, Wake.NEW);
    return Future.succeededFuture(seq);
  }

  private synchronized long add(ConversationId conversation, String id, Line line) {
    List<Numbered> said = lines.computeIfAbsent(conversation, c -> new ArrayList<>());
    for (Numbered known : said) {
      if (known.id().equals(id)) {
        return known.seq();
      }
    }
    said.add(new Numbered(said.size() + 1L, id, line));
    return said.size();
  }

  @Override
  public synchronized Future<List<Numbered>> since(
      ConversationId conversation, long seq, int most) {
    return Future.succeededFuture(
        said(conversation).stream().filter(n -> n.seq() > seq).limit(most).toList());
  }

  @Override
  public synchronized Future<List<Numbered>> latest(ConversationId conversation, int most) {
    List<Numbered> said = said(conversation);
    return Future.succeededFuture(
        List.copyOf(said.subList(Math.max(0, said.size() - most), said.size())));
  }

  @Override
  public Future<Void> typing(ConversationId conversation) {
    wake(conversation, Wake.TYPING);
    return Future.succeededFuture();
  }

  @Override
  public Subscription listen(ConversationId conversation, Consumer<Wake> ear) {
    ears.computeIfAbsent(conversation, c -> ConcurrentHashMap.newKeySet()).add(ear);
    return () -> ears.getOrDefault(conversation, Set.of()).remove(ear);
  }

  private List<Numbered> said(ConversationId conversation) {
    return lines.getOrDefault(conversation, List.of());
  }

  private void wake(ConversationId conversation, Wake wake) {
    ears.getOrDefault(conversation, Set.of()).forEach(ear -> ear.accept(wake));
  }
}
