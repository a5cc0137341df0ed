package id.kentongan.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Step;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.dialogs.talk.TimerName;
import id.kentongan.integrations.Limits;
import id.kentongan.integrations.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The time of a turn that a timer begins, by whatever clock this node goes.
class TurnsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
  private static final ConversationId WHO = new ConversationId("telegram", "1");

  @ParameterizedTest
  @CsvSource({"PT0S, PT0S", "PT-3S, PT0S", "PT0.05S, PT0.05S", "PT1H, PT1H"})
  void isNeverBeforeItCameDue(Duration due, Duration taken) {
    var times = new ArrayList<Instant>();
    var turns =
        new Turns(
            text -> {
              throw new IllegalStateException("nobody said anything");
            },
            (turn, event) -> {
              times.add(turn.now());
              return new Step(turn.talk(), List.of(), List.of());
            },
            channel -> new Limits(60, 3, 10, 20, 24, 60, Limits.Captions.of(60)));
    var origin = new Vault.Origin.Fired(TimerName.FILES_QUIET, NOW.plus(due));
    var event = new Event.Due(TimerName.FILES_QUIET);

    turns.turn(
        Happening.of(WHO, "timer", NOW, event, origin),
        new Vault.Loaded(Talk.fresh(), 1, null, null),
        NOW);

    assertThat(times).containsExactly(NOW.plus(taken));
  }
}
