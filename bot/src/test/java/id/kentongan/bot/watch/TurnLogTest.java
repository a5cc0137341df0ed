package id.kentongan.bot.watch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.crypto.MasterKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class TurnLogTest {
  private static final ConversationId WHO = new ConversationId("whatsapp", "+6281234567890");
  private static final Logger LOG = (Logger) LoggerFactory.getLogger(TurnLog.class);

  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    lines.start();
    LOG.addAppender(lines);
    LOG.setLevel(Level.INFO);
  }

  @AfterEach
  void leave() {
    LOG.detachAppender(lines);
    LOG.setLevel(null);
  }

  @Test
  void aTurnAndItsEffectsAreFoundTogetherAndNameNobody() {
    var log = new TurnLog(new Pseudonyms(MasterKey.of(new byte[32])));
    log.committed(new Trail.Turn(WHO, 7, "Person", "done"), new Trail.Took(0, 5_000));
    log.attempted(EffectId.of(WHO, 7, 0), "Send", "Done", new Trail.Took(0, 9_000));
    log.attempted(EffectId.of(WHO, 8, 0), "Send", "Done", new Trail.Took(0, 9_000));

    assertThat(lines.list).hasSize(3);
    assertThat(value(0, "turn")).hasSize(32).isEqualTo(value(1, "turn"));
    assertThat(value(2, "turn")).isNotEqualTo(value(1, "turn"));
    assertThat(value(0, "conversation")).hasSize(16).isEqualTo(value(2, "conversation"));
    assertThat(value(1, "effect")).isEqualTo("0");
    assertThat(lines.list.toString()).doesNotContain("81234567890");
    lines.list.forEach(
        line -> assertThat(line.getKeyValuePairs().toString()).doesNotContain("81234567890"));
  }

  private String value(int line, String key) {
    return lines.list.get(line).getKeyValuePairs().stream()
        .filter(pair -> pair.key.equals(key))
        .map(pair -> String.valueOf(pair.value))
        .findFirst()
        .orElseThrow();
  }
}
