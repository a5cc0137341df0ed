package id.kentongan.bot.console;

import id.kentongan.dialogs.talk.Bubble;
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

  record Shown(String channel, List<String> messages) {}

  static List<Text> of(String before, String after) {
    Map<String, String> old = YamlTexts.of(before);
    return YamlTexts.of(after).entrySet().stream()
        .filter(text -> !text.getValue().equals(old.get(text.getKey())))
        .limit(MOST)
        .map(text -> new Text(text.getKey(), shown(text.getValue())))
        .toList();
  }

  /// A text as each channel shows it.
  static List<Shown> shown(String text) {
    return CHANNELS.entrySet().stream()
        .map(
            channel ->
                new Shown(
                    channel.getKey(),
                    Fit.parts(Bubble.of(text), channel.getValue()).stream()
                        .map(Bubble::text)
                        .toList()))
        .toList();
  }
}
