package id.kentongan.dialogs.mind;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.dialogs.talk.Turn;
import id.kentongan.dialogs.values.Code;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentCodeTest {
  private final Mind mind = new DialogMind(TestContent.load());

  @ParameterizedTest
  @CsvSource({
    "masuk agen 9EJT-GPHH, LogInAgent",
    "kode saya 9ejt gphh, LogInAgent",
    "saya agen 9ejtgphh, LogInAgent",
    "cek agen 9EJT-GPHH, CheckAgent",
    "cek kode agen 9ejt gphh, CheckAgent"
  })
  void theWordsAroundACodeAreNoPartOfIt(String text, String effect) {
    var said = new Event.Said(new KeywordEar().hear(text));
    var now = Transcript.START;
    var who = new ConversationId("telegram", "1");
    var turn = new Turn(who, 1, Talk.fresh(), now, now, "Slamet", null);
    Effect asked = mind.step(turn, said).effects().getFirst();
    assertThat(asked.getClass().getSimpleName()).isEqualTo(effect);
    assertThat(asked)
        .isIn(
            new Effect.LogInAgent(new Code("9EJT-GPHH")),
            new Effect.CheckAgent(new Code("9EJT-GPHH")));
  }
}
