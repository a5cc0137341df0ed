package id.kentongan.bot.gates;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What somebody else chose, such as a name or a provider's answer, is one line of the log,
/// whatever stands in it.
class LogLineTest {
  private static final String EVIL =
      "x\n{\"level\":\"INFO\",\"message\":\"forged\"}\r\n\u001b[2J\"}";

  @Test
  void aLineIsALine() {
    var context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    var encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.start();
    var event =
        new LoggingEvent(
            "test",
            context.getLogger("id.kentongan.test"),
            Level.WARN,
            "{} said it",
            new IllegalStateException(EVIL),
            new Object[] {EVIL});
    String line = new String(encoder.encode(event), StandardCharsets.UTF_8);

    assertThat(line.strip()).contains("forged").doesNotContain("\n", "\r", "\u001b");
  }

  @Test
  void theProgramLogsSo() throws IOException {
    assertThat(Files.readString(Path.of("src/main/resources/logback.xml"))).contains("JsonEncoder");
  }
}
