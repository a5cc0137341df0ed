package id.kentongan.bot.postman;

import id.kentongan.bot.desk.Loops;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Records;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;

/// Asks and tells the records. While a question is open the person sees that an answer is made.
final class Acts {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Map<String, Channel> channels;
  private final Records records;

  Acts(Map<String, Channel> channels, Records records) {
    this.channels = channels;
    this.records = records;
  }

  Future<Verdict> ask(Item item, Effect.Ask ask) {
    showTyping(item);
    var id = item.post().id();
    return Loops.within(LIMIT, records.ask(item.conversation(), id, ask))
        .map(answer -> new Verdict.Happened(new Event.Answered(id, answer), () -> {}));
  }

  Future<Verdict> tell(Item item, Effect effect) {
    return Loops.within(LIMIT, records.tell(item.conversation(), item.post().id(), effect))
        .map(told -> new Verdict.Done());
  }

  private void showTyping(Item item) {
    Channel channel = channels.get(item.conversation().channel());
    String handle = item.post().handle();
    if (channel != null && handle != null) {
      channel.typing(item.conversation(), handle);
    }
  }
}
