package id.kentongan.dialogs.mind;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.mind.enroll.Enroll;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Step;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.dialogs.talk.Turn;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// No turn of an enrolment makes many new objects, whatever the machine: a search through all
/// occupations or villages in an answer that nearly everybody gives shows here.
class TurnCostTest {
  private static final ConversationId WHO = new ConversationId("telegram", "1");
  private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
  private static final int WARM = 200;
  private static final int ROUNDS = 20;

  /// why so many: interpreted code makes more, and how much is compiled differs.
  private static final long MOST_BYTES = 100_000;

  private static final List<String> SAID =
      List.of(
          "mau daftar",
          "ya",
          "Slamet Riyadi",
          "3510171708850003",
          "petani",
          "iya masih",
          "sejuta",
          "kedungasri, tegaldlimo",
          "2 program",
          "3 bulan",
          "ya");

  private final Mind mind = new DialogMind(TestContent.load());
  private final KeywordEar ear = new KeywordEar();
  private final List<Event> events =
      SAID.stream().<Event>map(text -> new Event.Said(ear.hear(text))).toList();

  @Test
  void noTurnOfAnEnrolmentMakesManyNewObjects() {
    for (int i = 0; i < WARM; i++) {
      enrol();
    }
    Map<String, Long> all = new HashMap<>();
    for (int i = 0; i < ROUNDS; i++) {
      enrol().forEach((said, bytes) -> all.merge(said, bytes / ROUNDS, Long::sum));
    }
    assertThat(all).hasSize(SAID.size() - 1);
    assertThat(all).allSatisfy((said, bytes) -> assertThat(bytes).isLessThan(MOST_BYTES));
  }

  /// The new bytes of each turn.
  private Map<String, Long> enrol() {
    Map<String, Long> spent = new HashMap<>();
    Talk talk = Talk.fresh();
    for (int i = 0; i < events.size(); i++) {
      long before = allocated();
      Step step =
          mind.step(new Turn(WHO, i + 1L, talk, NOW, NOW, "Slamet Riyadi", null), events.get(i));
      spent.merge(SAID.get(i), allocated() - before, Long::sum);
      talk = step.next();
    }
    assertThat(talk.top()).isInstanceOf(Enroll.Submitting.class);
    return spent;
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
