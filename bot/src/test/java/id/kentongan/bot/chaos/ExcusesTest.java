package id.kentongan.bot.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.chaos.Arrival.Fate;
import id.kentongan.dialogs.talk.ConversationId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcusesTest {
  private static final ConversationId WHO = new ConversationId("telegram", "1");

  @ParameterizedTest
  @CsvSource({
    "gateway killed, true",
    "gateway killed in a migration, true",
    "gateway died after-send, true",
    "gateway ended with 137, true",
    "gateway paused, true",
    "Redis killed, true",
    "Redis away for 120 s, true",
    "disk full, true",
    "line half open: Telegram, true",
    "line dead: Redis, true",
    "master of the cluster paused, true",
    "all of the cluster away for 9 s, true",
    "gateway stopped cleanly, false",
    "gateway ended with 0, false",
    "PostgreSQL killed, false",
    "line dead: PostgreSQL, false",
    "line slow: Redis, false",
    "clock 90 minutes ahead, false",
    "Telegram storm: too many, false",
  })
  void onlyDeathAndBrokenConnectionsExcuse(String kind, boolean excused) {
    var timeline = new Timeline();
    Arrival first = arrival(System.nanoTime() - 1, Fate.TAKEN);
    timeline.ended(timeline.begun(kind));
    Arrival again = arrival(System.nanoTime() + 1, Fate.TAKEN);
    Arrival later = arrival(again.nanos() + 1, Fate.TAKEN);
    Arrival untold = arrival(again.nanos(), Fate.TAKEN_SILENTLY);
    var excuses = new Excuses(timeline);

    assertThat(excuses.of(first, again)).isEqualTo(excused);
    assertThat(excuses.of(again, later)).as("what was over before").isFalse();
    assertThat(excuses.of(untold, later)).as("never told").isTrue();
  }

  @Test
  void whereTurnsSaidTheSameAnyTwoInARowMayBeTheOneThatCameTwice() {
    Arrival untold = arrival(1, Fate.TAKEN_SILENTLY);
    Arrival second = arrival(2, Fate.TAKEN);
    Arrival third = arrival(3, Fate.TAKEN);
    var excuses = new Excuses(new Timeline());

    assertThat(excuses.of(List.of(untold, second), third)).isTrue();
    assertThat(excuses.of(List.of(second), third)).isFalse();
    assertThat(excuses.of(List.of(second, third), arrival(4, Fate.TAKEN))).isFalse();
  }

  private static Arrival arrival(long nanos, Fate fate) {
    var asked = new Links.Asked(new Links.Link(0), 1);
    return new Arrival(WHO, "halo", nanos, fate, asked);
  }
}
