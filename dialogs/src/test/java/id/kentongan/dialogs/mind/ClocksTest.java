package id.kentongan.dialogs.mind;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.dialogs.talk.TimerName;
import id.kentongan.dialogs.talk.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A message a minute older than one that was answered does not answer the question asked since;
/// after our clock was put back by an hour the talk goes on all the same.
class ClocksTest {
  private static final ConversationId WHO = new ConversationId("telegram", "1");
  private final Mind mind = new DialogMind(TestContent.load());
  private final KeywordEar ear = new KeywordEar();

  @ParameterizedTest
  @CsvSource({
    "PT0S, PT0S, enroll.name",
    "PT0S, PT-1M, enroll.consent",
    "PT-1H, PT-1H, enroll.name",
    "PT-1H, PT-2H, enroll.name",
    "PT1H, PT-3S, enroll.consent",
  })
  void aTalkGoesOnByWhateverClock(Duration ours, Duration theirs, String state) {
    Instant start = Transcript.START;
    Talk asked = said(Talk.fresh(), "mau daftar", start, start);
    Talk next = said(asked, "setuju", start.plus(ours), start.plus(theirs));

    assertThat(name(next)).isEqualTo(state);
  }

  /// The store, by whose clock it comes due, keeps its time in milliseconds.
  @Test
  void aTimerOfAFractionOfAMillisecondComesDue() {
    Instant start = Transcript.START.plusNanos(999_999);
    Talk left = Talk.fresh();
    for (String words : List.of("mau daftar", "setuju", "Slamet Riyadi", "3510171708850003")) {
      left = said(left, words, start, start);
    }
    Instant set = Objects.requireNonNull(left.timers().get(TimerName.DRAFT_LEFT));
    Instant due = set.truncatedTo(ChronoUnit.MILLIS);

    var turn = new Turn(WHO, 3, left, due, due, "Slamet", null);

    assertThat(mind.step(turn, new Event.Due(TimerName.DRAFT_LEFT)).effects()).isNotEmpty();
  }

  private Talk said(Talk talk, String words, Instant now, Instant at) {
    var turn = new Turn(WHO, 1, talk, now, at, "Slamet", null);
    return mind.step(turn, new Event.Said(ear.hear(words))).next();
  }

  private static String name(Talk talk) {
    State top = talk.top();
    return top == null ? "idle" : top.dialog() + '.' + top.name();
  }
}
