package id.kentongan.bot.chaos;

import id.kentongan.bot.bench.Posted;
import id.kentongan.bot.bench.Script.Line;
import id.kentongan.dialogs.talk.ConversationId;
import io.vertx.core.buffer.Buffer;
import java.util.Map;

/// A platform whose letters go nowhere.
final class Nowhere implements Platform {
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
