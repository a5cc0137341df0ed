package id.kentongan.bot.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The open streams of this node: at most 6 a session, where a new one ends the oldest, because a
/// phone that lost its signal leaves dead ones behind; at most a quarter of all from one address,
/// because sessions cost nothing; at most 20,000 together.
final class Streams<T> {
  private static final int OF_ONE = 6;
  private static final int ALL = 20_000;

  private final int most;
  private final Consumer<T> end;
  private final Map<Session, Deque<Open<T>>> open = new HashMap<>();
  private final Map<String, Integer> addresses = new HashMap<>();
  private int all;

  private record Open<T>(String address, T stream) {}

  /// What becomes of a new one.
  enum Entered {
    IN,
    /// This node has no room.
    FULL,
    /// This address has had its share of it.
    TOO_MANY
  }

  /// `end` ends a stream, which is removed by itself then.
  Streams(Consumer<T> end) {
    this(ALL, end);
  }

  Streams(int most, Consumer<T> end) {
    this.most = most;
    this.end = end;
  }

  Entered add(Session session, String address, T stream) {
    @Nullable T oldest;
    synchronized (this) {
      if (addresses.getOrDefault(address, 0) >= most / 4) {
        return Entered.TOO_MANY;
      }
      if (all >= most) {
        return Entered.FULL;
      }
      Deque<Open<T>> streams = open.computeIfAbsent(session, s -> new ArrayDeque<>());
      streams.addLast(new Open<>(address, stream));
      addresses.merge(address, 1, Integer::sum);
      all++;
      oldest = streams.size() > OF_ONE ? streams.getFirst().stream() : null;
    }
    if (oldest != null) {
      end.accept(oldest);
    }
    return Entered.IN;
  }

  synchronized void remove(Session session, T stream) {
    Deque<Open<T>> streams = open.getOrDefault(session, new ArrayDeque<>());
    for (Open<T> one : streams) {
      if (one.stream().equals(stream)) {
        streams.remove(one);
        addresses.computeIfPresent(one.address(), (address, n) -> n > 1 ? n - 1 : null);
        all--;
        break;
      }
    }
    if (streams.isEmpty()) {
      open.remove(session);
    }
  }

  void endAll() {
    List<T> ended;
    synchronized (this) {
      ended = open.values().stream().flatMap(Deque::stream).map(Open::stream).toList();
    }
    ended.forEach(end);
  }
}
