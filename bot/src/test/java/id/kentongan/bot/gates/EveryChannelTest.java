package id.kentongan.bot.gates;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.mind.Walk;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.values.Language;
import id.kentongan.integrations.Fit;
import id.kentongan.integrations.Limits;
import id.kentongan.integrations.cloudapi.CloudChannel;
import id.kentongan.integrations.telegram.TelegramChannel;
import id.kentongan.integrations.terminal.TerminalChannel;
import id.kentongan.integrations.twilio.TwilioChannel;
import id.kentongan.integrations.web.WebChannel;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the conversation says, in every language, in answer to whatever event in whatever
/// state, goes out by every channel as one message with its choices as buttons or rows, by the
/// channel's own limits; a file takes one message more where it cannot carry the text.
class EveryChannelTest {
  private static final Map<String, Limits> CHANNELS =
      Map.of(
          "telegram", TelegramChannel.LIMITS,
          "twilio", TwilioChannel.LIMITS,
          "cloudapi", CloudChannel.LIMITS,
          "web", WebChannel.LIMITS,
          "terminal", TerminalChannel.LIMITS);

  /// Each different bubble once, with where it was said first.
  private static final Map<Bubble, String> SAID = new LinkedHashMap<>();

  @BeforeAll
  static void everythingSaid() throws IOException {
    var walk = new Walk();
    for (Language language : Walk.languages()) {
      walk.everyTurn(
          language, (as, before, step) -> Walk.said(step).forEach(b -> SAID.putIfAbsent(b, as)));
      Walk.transcripts(language)
          .forEach((as, bubbles) -> bubbles.forEach(b -> SAID.putIfAbsent(b, as)));
      TestContent.load().answers().byIntent().values().stream()
          .flatMap(List::stream)
          .forEach(answer -> SAID.putIfAbsent(plain(answer.text(language)), answer.intent()));
    }
    assertThat(SAID).hasSizeGreaterThan(2_000);
  }

  static Stream<String> channels() {
    return CHANNELS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("channels")
  void everythingFits(String channel) {
    Limits limits = CHANNELS.getOrDefault(channel, TwilioChannel.LIMITS);
    SAID.forEach((bubble, as) -> fits(channel + ": " + as, bubble, limits));
  }

  private static void fits(String as, Bubble bubble, Limits limits) {
    List<Bubble> parts = Fit.parts(bubble, limits);
    Bubble last = parts.getLast();

    assertThat(parts).as(as).hasSizeLessThanOrEqualTo(bubble.attachment() == null ? 1 : 2);
    assertThat(last.text()).as(as).isEqualTo(bubble.text());
    assertThat(last.choices()).as(as).isEqualTo(bubble.choices());
    assertThat(last.text().length())
        .as(as + "\n" + last.text())
        .isLessThanOrEqualTo(room(last, limits));
    assertThat(labels(last)).as(as).allMatch(label -> label.length() <= widest(last, limits));
  }

  private static int room(Bubble bubble, Limits limits) {
    if (bubble.attachment() != null) {
      boolean photo = bubble.attachment().type().startsWith("image/");
      return photo ? limits.captions().photo() : limits.captions().document();
    }
    return bubble.choices().isEmpty() ? limits.text() : limits.textWithChoices();
  }

  /// Where there are few enough for buttons these count, else the rows of a list.
  private static int widest(Bubble bubble, Limits limits) {
    return bubble.choices().size() <= limits.buttons() ? limits.buttonLabel() : limits.rowLabel();
  }

  private static List<String> labels(Bubble bubble) {
    return bubble.choices().stream().map(Choice::label).toList();
  }

  private static Bubble plain(String text) {
    return new Bubble(text, List.of(), null);
  }
}
