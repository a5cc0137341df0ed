package id.kentongan.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BodyRoomTest {
  private final AtomicLong now = new AtomicLong();
  private final List<String> gaveWay = new ArrayList<>();
  private final BodyRoom room = new BodyRoom(100, Duration.ofMinutes(1), now::get);
  private final Runnable first = new Body("first");
  private final Runnable second = new Body("second");
  private final Runnable third = new Body("third");

  private final class Body implements Runnable {
    private final String name;

    Body(String name) {
      this.name = name;
    }

    @Override
    public void run() {
      gaveWay.add(name);
    }
  }

  @Test
  void whoBeganFirstGivesWayWhenItIsFull() {
    room.holds(first, 40);
    room.holds(second, 40);
    room.holds(first, 60);
    assertThat(gaveWay).isEmpty();
    room.holds(third, 1);
    assertThat(gaveWay).containsExactly("first");
    room.holds(third, 60);
    assertThat(gaveWay).containsExactly("first");
    room.holds(third, 61);
    assertThat(gaveWay).containsExactly("first", "second");
  }

  @Test
  void whatCameWholeLeavesRoom() {
    room.holds(first, 90);
    room.end(first);
    room.end(first);
    room.holds(second, 100);
    assertThat(gaveWay).isEmpty();
  }

  @Test
  void aMinuteIsEnoughForAny() {
    room.holds(first, 1);
    now.set(TimeUnit.SECONDS.toNanos(60));
    room.holds(second, 1);
    assertThat(gaveWay).isEmpty();
    now.set(TimeUnit.SECONDS.toNanos(61));
    room.holds(second, 2);
    assertThat(gaveWay).containsExactly("first");
  }

  @Test
  void whatIsLargerThanAllIsNotHeld() {
    room.holds(first, 101);
    assertThat(gaveWay).containsExactly("first");
    room.holds(second, 100);
    assertThat(gaveWay).containsExactly("first");
  }
}
