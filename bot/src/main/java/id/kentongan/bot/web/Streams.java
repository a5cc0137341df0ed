package id.kentongan.bot.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The open streams of this node: at most 6 a session, where a new one ends the oldest, because a
/// phone that lost its signal leaves dead ones behind; at most 20,000 together.
final class Streams {
  private static final int OF_ONE = 6;
  private static final int ALL = 20_000;

  private final Map<Session, Deque<Stream>> open = new HashMap<>();
  private int all;

  /// False when this node has no room.
  boolean add(Session session, Stream stream) {
    Stream oldest;
    synchronized (this) {
      if (all >= ALL) {
        return false;
      }
      Deque<Stream> streams = open.computeIfAbsent(session, s -> new ArrayDeque<>());
      streams.addLast(stream);
      all++;
      oldest = streams.size() > OF_ONE ? streams.peekFirst() : null;
    }
    end(oldest);
    return true;
  }

  synchronized void remove(Session session, Stream stream) {
    Deque<Stream> streams = open.get(session);
    if (streams != null && streams.remove(stream)) {
      all--;
      if (streams.isEmpty()) {
        open.remove(session);
      }
    }
  }

  void endAll() {
    List<Stream> ended;
    synchronized (this) {
      ended = open.values().stream().flatMap(Deque::stream).toList();
    }
    ended.forEach(Stream::end);
  }

  private static void end(@Nullable Stream stream) {
    if (stream != null) {
      stream.end();
    }
  }
}
