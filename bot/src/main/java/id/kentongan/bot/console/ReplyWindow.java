package id.kentongan.bot.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Until when free words reach the person: WhatsApp takes them for 24 hours after the person's last
/// message, then only approved templates. `applies` is false where a channel has no such rule.
///
/// Source: https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-messages
record ReplyWindow(boolean applies, boolean open, @Nullable Instant until) {
  private static final Duration LENGTH = Duration.ofHours(24);

  static ReplyWindow of(String channel, List<TalkLine> lines, Instant now) {
    if (!channel.equals("whatsapp")) {
      return new ReplyWindow(false, true, null);
    }
    Optional<Instant> until =
        lines.stream()
            .filter(line -> line.who().equals("them"))
            .reduce((first, second) -> second)
            .map(line -> line.at().plus(LENGTH));
    boolean open = until.filter(now::isBefore).isPresent();
    return new ReplyWindow(true, open, until.orElse(null));
  }
}
