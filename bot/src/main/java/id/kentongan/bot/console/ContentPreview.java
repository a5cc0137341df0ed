package id.kentongan.bot.console;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.integrations.Fit;
import id.kentongan.integrations.Limits;
import id.kentongan.integrations.content.YamlTexts;
import id.kentongan.integrations.telegram.TelegramChannel;
import id.kentongan.integrations.twilio.TwilioChannel;
import id.kentongan.integrations.web.WebChannel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The texts of a draft that differ from what is said now, as each channel shows them.
final class ContentPreview {
  private static final int MOST = 12;
  private static final Map<String, Limits> CHANNELS =
      new TreeMap<>(
          Map.of(
              "whatsapp", TwilioChannel.LIMITS,
              "telegram", TelegramChannel.LIMITS,
              "web", WebChannel.LIMITS));

  private ContentPreview() {}

  /// A text by its place in the file, and the messages that it becomes on each channel.
  record Text(String where, List<Shown> shown) {}

  /// `choices`: the buttons under the last message.
  record Shown(String channel, List<String> messages, List<String> choices) {}

  static List<Text> of(String before, String after) {
    Map<String, String> old = YamlTexts.of(before);
    return YamlTexts.of(after).entrySet().stream()
        .filter(text -> !text.getValue().equals(old.get(text.getKey())))
        .limit(MOST)
        .map(text -> new Text(text.getKey(), shown(Bubble.of(text.getValue()))))
        .toList();
  }

  /// A text and its choices as each channel shows them.
  static List<Shown> shown(Bubble bubble) {
    return CHANNELS.entrySet().stream()
        .map(channel -> shown(channel.getKey(), Fit.parts(bubble, channel.getValue())))
        .toList();
  }

  private static Shown shown(String channel, List<Bubble> parts) {
    return new Shown(
        channel,
        parts.stream().map(Bubble::text).toList(),
        parts.getLast().choices().stream().map(Choice::label).toList());
  }
}
