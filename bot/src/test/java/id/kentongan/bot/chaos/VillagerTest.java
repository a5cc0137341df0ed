package id.kentongan.bot.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bot.bench.Posted;
import id.kentongan.bot.bench.Script.Act;
import id.kentongan.bot.bench.Script.Line;
import id.kentongan.dialogs.talk.ConversationId;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class VillagerTest {
  private final Villager person =
      new Villager(new Post(), new ConversationId("whatsapp", "62812"), "", List.of(step()), 0);

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

  private static List<Line> step() {
    var expect = Pattern.compile("^JKM");
    return List.of(new Line(Act.SAY, "apa itu jkm", expect, Pattern.compile("^Sebentar"), false));
  }

  private static final class Post implements Platform {
    private int letters;

    @Override
    public String url() {
      return "";
    }

    @Override
    public ConversationId person(long number) {
      return new ConversationId("whatsapp", Long.toString(number));
    }

    @Override
    public Letter letter(Villager from, Line line) {
      var posted = new Posted("/", Map.of(), Buffer.buffer());
      return new Letter(from, line, "whatsapp:" + letters++, posted);
    }

    @Override
    public boolean insists() {
      return false;
    }

    @Override
    public Mood mood() {
      throw new IllegalStateException("this platform has no moods");
    }

    @Override
    public void close() {}
  }
}
