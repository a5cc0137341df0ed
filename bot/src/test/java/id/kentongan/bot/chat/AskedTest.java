package id.kentongan.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.bot.chat.Asked.Act;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.dialogs.values.Phone;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTest {
  @Test
  void readsEveryShape() throws Exception {
    assertThat(sent("{\"text\":\"halo\"}")).isEqualTo(new Inbound.Words("halo", false));
    assertThat(event("{\"choice\":\"ya\"}")).isEqualTo(new Event.Tapped("ya"));
    assertThat(event("{\"photo\":\"/a/ktp.JPG\"}"))
        .isInstanceOfSatisfying(
            Event.SentFile.class, f -> assertThat(f.file().type()).isEqualTo("image/jpeg"));
    assertThat(event("{\"document\":\"kk.pdf\"}"))
        .isInstanceOfSatisfying(
            Event.SentFile.class, f -> assertThat(f.file().type()).isEqualTo("application/pdf"));
    assertThat(event("{\"location\":[-8.2, 114]}")).isEqualTo(new Event.SentLocation(-8.2, 114));
    assertThat(event("{\"contact\":\"+6281234567890\"}"))
        .isEqualTo(new Event.SentContact(new Phone("+6281234567890"), true));
    assertThat(event("{\"voice\":\"a.ogg\"}"))
        .isEqualTo(new Event.SentOther(Event.SentOther.Kind.VOICE));
    assertThat(Asked.parse("{\"advance\":\"P1D\"}").act())
        .isEqualTo(new Act.Advance(Duration.ofDays(1)));
  }

  @Test
  void readsWhoWritesAndTheMessagesId() throws Exception {
    var asked = Asked.parse("{\"user\":\"rina\",\"id\":\"7\",\"text\":\"halo\"}");
    assertThat(asked.user()).contains("rina");
    assertThat(asked.id()).contains("7");
    assertThat(Asked.parse("{\"text\":\"a\"}").user()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "halo",
        "[]",
        "{}",
        "{\"user\":\"a\"}",
        "{\"text\":1}",
        "{\"text\":null}",
        "{\"location\":[null, 1]}",
        "{\"dance\":\"x\"}",
        "{\"advance\":\"tomorrow\"}",
        "{\"location\":[1]}",
        "{\"location\":\"here\"}",
        "{\"contact\":\"0812\"}",
      })
  void saysWhatItDoesNotUnderstand(String line) {
    assertThatThrownBy(() -> Asked.parse(line)).isInstanceOf(Asked.NotUnderstood.class);
  }

  private static Inbound.Content sent(String line) throws Asked.NotUnderstood {
    return ((Act.Send) Asked.parse(line).act()).content();
  }

  private static Event event(String line) throws Asked.NotUnderstood {
    return ((Inbound.Ready) sent(line)).event();
  }
}
