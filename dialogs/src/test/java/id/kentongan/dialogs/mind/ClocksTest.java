package id.kentongan.dialogs.mind;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.dialogs.talk.Turn;
import java.time.Duration;
import java.time.Instant;
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

  private Talk said(Talk talk, String words, Instant now, Instant at) {
    var turn = new Turn(WHO, 1, talk, now, at, "Slamet", null);
    return mind.step(turn, new Event.Said(ear.hear(words))).next();
  }

  private static String name(Talk talk) {
    State top = talk.top();
    return top == null ? "idle" : top.dialog() + '.' + top.name();
  }
}
