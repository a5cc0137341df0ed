package id.kentongan.bot.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.chaos.Arrival.Fate;
import id.kentongan.dialogs.talk.ConversationId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The judge of what arrived must see each kind of wrong, and nothing where all is right.
class MatchingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // said | arrived | missing, doubled, late, invented
        "a b c | a b c   | 0 0 0 0",
        "a b c | a a b c | 0 1 0 0",
        "a b c | a b a c | 0 1 0 0",
        "a b c | a c     | 1 0 0 0",
        "a b c | a c b   | 0 0 1 0",
        "a b c | b c a   | 0 0 1 0",
        "a b c | a b x c | 0 0 0 1",
        "a b a | a b a   | 0 0 0 0",
        "a b a | a b     | 1 0 0 0",
        "a b a | a a b a | 0 1 0 0",
        "a b b c | a b c | 0 0 0 0",
        "a b b c | a c   | 2 0 0 0",
        "a b xb c | a xb c | 0 0 0 0",
        "a b bx c | a bx c | 1 0 0 0",
        "a+b c | a b c   | 0 0 0 0",
        "a b   | ''      | 2 0 0 0",
      })
  void everyWrongIsSeen(String said, String arrived, String expected) {
    var matching = new Matching(List.of(said.replace('+', '\n').split(" ")));
    long nanos = 0;
    for (String text : arrived.isEmpty() ? new String[0] : arrived.split(" ")) {
      matching.arrived(
          new Arrival(
              new ConversationId("telegram", "1"),
              text,
              nanos++,
              Fate.TAKEN,
              new Links.Asked(new Links.Link(0), 1)));
    }
    String found =
        "%d %d %d %d"
            .formatted(
                matching.missing().size(),
                matching.doubled().size(),
                matching.late().size(),
                matching.invented().size());
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void whatOnlyAsksIsWithdrawnByWhatIsSaidNext() {
    var matching = new Matching(List.of("answer", "asks", "asks more", "asks last"));
    assertThat(matching.missing(text -> text.startsWith("answer")))
        .containsExactly("answer", "askslast");
  }

  @Test
  void choicesUnderAMessageAreNoTextOfIt() {
    var turn = new Turn(1, "m1", "Sudah benar?\n[Ya, kirim] [Ada yang salah]\n\nLagi\n[Menu]");
    assertThat(Matching.plain(turn.words())).isEqualTo("Sudahbenar?Lagi");
  }
}
