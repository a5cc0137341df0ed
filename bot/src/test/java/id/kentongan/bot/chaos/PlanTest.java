package id.kentongan.bot.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.chaos.Chaos.Breaks;
import id.kentongan.bot.chaos.Plan.Planned;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
  private static final Duration LENGTH = Duration.ofMinutes(10);
  private static final Breaks ALL = new Breaks(Duration.ofSeconds(4), Duration.ofMinutes(2), true);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 7, 11})
  void allThatBeginsIsOverInTime(long seed) {
    List<Planned> plan = Plan.of(seed, LENGTH, ALL, true);
    assertThat(plan).isEqualTo(Plan.of(seed, LENGTH, ALL, true)).hasSizeGreaterThan(100);
    assertThat(plan).allMatch(one -> one.at().plus(one.fault().lasts()).compareTo(LENGTH) <= 0);
    for (var kind : List.of(FillDisk.class, MoveClock.class, RedisAway.class, KillStore.class)) {
      assertThat(plan).extracting(Planned::fault).hasAtLeastOneElementOfType(kind);
    }
  }

  @Test
  void aDiskThatCannotBeFullIsLeftAlone() {
    assertThat(Plan.of(1, LENGTH, ALL, false))
        .extracting(Planned::fault)
        .doesNotHaveAnyElementsOfTypes(FillDisk.class);
  }

  @Test
  void inACalmNothingIsBroken() {
    assertThat(Plan.calm(LENGTH, new Weights()))
        .hasSize(5)
        .extracting(Planned::fault)
        .hasOnlyElementsOfType(Weigh.class);
  }
}
