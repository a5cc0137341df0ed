package id.kentongan.bot.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/// What bodies that are still coming may hold together, in bytes: nobody has proved yet that they
/// may send anything. When it is full, or one takes too long, the body that began first gives way:
/// a provider's comes in milliseconds, so that it is one which somebody holds back. Safe for any
/// thread.
public final class BodyRoom {
  private final long longest;
  private final long most;
  private final LongSupplier nanos;
  private final Map<Runnable, Coming> coming = new LinkedHashMap<>();
  private long held;

  private record Coming(long since, int bytes) {}

  public BodyRoom(long most, Duration longest, LongSupplier nanos) {
    this.longest = longest.toNanos();
    this.most = most;
    this.nanos = nanos;
  }

  /// A body has so many bytes now; `giveWay` is the same in each call and is called at most once.
  public void holds(Runnable giveWay, int bytes) {
    for (Runnable late : told(giveWay, bytes)) {
      late.run();
    }
  }

  private synchronized List<Runnable> told(Runnable giveWay, int bytes) {
    long now = nanos.getAsLong();
    Coming before = coming.get(giveWay);
    coming.put(giveWay, new Coming(before == null ? now : before.since(), bytes));
    held += bytes - (before == null ? 0 : before.bytes());
    var given = new ArrayList<Runnable>();
    var eldest = coming.entrySet().iterator();
    while (eldest.hasNext()) {
      Map.Entry<Runnable, Coming> next = eldest.next();
      if (held <= most && now - next.getValue().since() <= longest) {
        break;
      }
      eldest.remove();
      held -= next.getValue().bytes();
      given.add(next.getKey());
    }
    return given;
  }

  /// It came whole, or its caller is gone.
  public synchronized void end(Runnable giveWay) {
    Coming ended = coming.remove(giveWay);
    held -= ended == null ? 0 : ended.bytes();
  }
}
