package id.kentongan.dialogs.mind;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Step;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.dialogs.talk.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How many bubbles a burst gets whose messages are all committed before the first bubble leaves: a
/// bubble that only asks is withdrawn by the next commit, an answer never.
class BurstTest {
  private static final ConversationId WHO = new ConversationId("telegram", "1");
  private static final List<String> ANSWERS =
      List.of("Slamet Riyadi", "3510171708850003", "petani", "ya", "1 juta", "kedungasri");
  private static final List<String> QUESTIONS =
      List.of(
          "berapa iurannya",
          "cara bayar",
          "ini penipuan bukan",
          "jkm dapat berapa",
          "bisa ikut",
          "berapa iuran petani");

  private final Mind mind = new DialogMind(TestContent.load());
  private final KeywordEar ear = new KeywordEar();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void aBurstOfAnswersIsMetByOneQuestion(int n) {
    Talk asked = step(step(Talk.fresh(), "mau daftar").next(), "ya").next();
    assertThat(bubbles(asked, ANSWERS.subList(0, n))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void everyQuestionOfABurstIsAnswered(int n) {
    assertThat(bubbles(Talk.fresh(), QUESTIONS.subList(0, n))).hasSize(n);
    Talk asked = step(step(Talk.fresh(), "mau daftar").next(), "ya").next();
    assertThat(bubbles(asked, QUESTIONS.subList(0, n))).hasSize(n);
  }

  /// What the data are for is told before consent is asked, and what is sent is shown before
  /// "send?": in short only to whom it was told whole.
  @Test
  void whatIsSaidWholeOnlyOnceArrives() {
    List<Effect.Send> consent = bubbles(Talk.fresh(), List.of("mau daftar", "mau daftar"));
    assertThat(consent).hasSize(2);
    assertThat(consent.getFirst().bubble().text()).contains("disimpan terkunci");

    Talk asked = step(step(Talk.fresh(), "mau daftar").next(), "ya").next();
    var all = new ArrayList<>(ANSWERS);
    all.addAll(List.of("jkk jkm", "3 bulan", "apa itu jkm"));
    assertThat(bubbles(asked, all))
        .anySatisfy(sent -> assertThat(sent.bubble().text()).contains("Nama: Slamet Riyadi"));
  }

  private List<Effect.Send> bubbles(Talk from, List<String> burst) {
    var waiting = new ArrayList<Effect.Send>();
    Talk talk = from;
    for (String text : burst) {
      waiting.removeIf(Effect.Send::withdrawable);
      Step step = step(talk, text);
      step.effects().stream()
          .filter(Effect.Send.class::isInstance)
          .map(Effect.Send.class::cast)
          .forEach(waiting::add);
      talk = step.next();
    }
    return waiting;
  }

  private Step step(Talk talk, String text) {
    Instant now = Transcript.START.plus(Duration.ofMinutes(1));
    return mind.step(new Turn(WHO, 1, talk, now, now, null, null), new Event.Said(ear.hear(text)));
  }
}
