package id.kentongan.bot.watch;

import id.kentongan.dialogs.talk.EffectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/// A line in the log for each turn and each attempt at an effect, with their pseudonyms: so that an
/// operator can follow one message. Never what was written, nor by whom.
public final class TurnLog implements Trail {
  private static final Logger LOG = LoggerFactory.getLogger(TurnLog.class);

  private final Pseudonyms names;

  public TurnLog(Pseudonyms names) {
    this.names = names;
  }

  @Override
  public void committed(Turn turn, Took took) {
    line(names.turn(turn.who(), turn.version()), took)
        .addKeyValue("conversation", names.conversation(turn.who()))
        .addKeyValue("channel", turn.who().channel())
        .addKeyValue("origin", turn.origin())
        .addKeyValue("result", turn.result())
        .log("turn");
  }

  @Override
  public void attempted(EffectId effect, String kind, String outcome, Took took) {
    line(names.turn(effect), took)
        .addKeyValue("conversation", names.conversation(effect.conversation()))
        .addKeyValue("effect", Pseudonyms.place(effect))
        .addKeyValue("kind", kind)
        .addKeyValue("outcome", outcome)
        .log("effect");
  }

  private static LoggingEventBuilder line(String turn, Took took) {
    return LOG.atInfo().addKeyValue("turn", turn).addKeyValue("micros", took.nanos() / 1000);
  }
}
