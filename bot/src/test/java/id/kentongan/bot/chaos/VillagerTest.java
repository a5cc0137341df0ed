package id.kentongan.bot.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.bench.Script.Act;
import id.kentongan.bot.bench.Script.Line;
import id.kentongan.dialogs.talk.ConversationId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class VillagerTest {
  private final Villager person =
      new Villager(new Nowhere(), new ConversationId("whatsapp", "62812"), "", List.of(step()), 0);

  @Test
  void whatWasGivenUpIsSaidAgain() {
    Letter lost = person.next().getFirst();
    lost.dropped = true;

    Letter again = person.again(lost).orElseThrow();

    again.acknowledged = true;
    person.hears("Sebentar ya");
    assertThat(person.done()).as("told only that the answer will come").isFalse();
    person.hears("Ada yang lain?");
    assertThat(person.done()).isTrue();
  }

  @Test
  void whatWasAnsweredThoughGivenUpIsNotSaidAgain() {
    Letter lost = person.next().getFirst();
    person.hears("JKM adalah");
    lost.dropped = true;

    assertThat(person.again(lost)).isEmpty();
    assertThat(person.done()).isTrue();
  }

  @Test
  void whatAnswersAnotherLetterIsNoAnswerToOneThatIsSaidAgain() {
    var jht = new Line(Act.SAY, "apa itu jht", Pattern.compile("^JHT"));
    var both = List.of(step().getFirst(), jht);
    var person =
        new Villager(new Nowhere(), new ConversationId("whatsapp", "62812"), "", List.of(both), 0);
    List<Letter> letters = person.next();
    letters.getFirst().dropped = true;
    letters.getLast().acknowledged = true;
    person.again(letters.getFirst()).orElseThrow().acknowledged = true;

    person.hears("JHT adalah");
    person.hears("JKM adalah");

    assertThat(person.done()).isTrue();
  }

  private static List<Line> step() {
    var expect = Pattern.compile("^JKM");
    return List.of(new Line(Act.SAY, "apa itu jkm", expect, Pattern.compile("^Sebentar"), false));
  }
}
