package id.kentongan.bot.console;

import id.kentongan.integrations.NoticeTemplate;
import id.kentongan.integrations.postgres.officers.Hearing.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How words reach a person now. WhatsApp takes free ones for 24 hours after it last heard of the
/// person, until `until`, then only by an approved template. `gone`: whatever is sent, nothing
/// arrives before they are back.
///
/// Source: https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-messages
record ReplyWindow(Way way, @Nullable Instant until, boolean gone) {
  /// A minute less, as with those who send.
  private static final Duration LENGTH = Duration.ofHours(24).minusMinutes(1);

  private static final int LONGEST = 1500;

  /// How words go.
  enum Way {
    /// The channel has no such rule.
    ALWAYS,
    OPEN,
    /// By the template: one line, no buttons, no files.
    TEMPLATE,
    /// Not at all before the person writes again.
    CLOSED
  }

  /// `template`: whether there is one.
  static ReplyWindow of(Heard heard, boolean template, Instant now) {
    if (!heard.channel().equals("whatsapp")) {
      return new ReplyWindow(Way.ALWAYS, null, heard.gone());
    }
    Instant last = heard.last();
    Instant until = last == null ? null : last.plus(LENGTH);
    if (until != null && now.isBefore(until)) {
      return new ReplyWindow(Way.OPEN, until, heard.gone());
    }
    return new ReplyWindow(template ? Way.TEMPLATE : Way.CLOSED, until, heard.gone());
  }

  /// The best of several ways; empty when there is none.
  static Optional<ReplyWindow> best(List<Heard> heard, boolean template, Instant now) {
    return heard.stream()
        .map(one -> of(one, template, now))
        .min(Comparator.comparing(ReplyWindow::gone).thenComparing(ReplyWindow::way));
  }

  /// Whether words arrive at all.
  public boolean reaches() {
    return !gone && way != Way.CLOSED;
  }

  /// Why they do not, as `console.unheard` says it.
  public String why() {
    return gone ? "gone" : "closed";
  }

  /// Whether files go too.
  public boolean free() {
    return way == Way.ALWAYS || way == Way.OPEN;
  }

  /// How many characters go at once.
  public int most() {
    return way == Way.TEMPLATE ? NoticeTemplate.MOST : LONGEST;
  }

  /// How many characters of the words count.
  public int length(String words) {
    return way == Way.TEMPLATE ? NoticeTemplate.line(words).length() : words.length();
  }

  /// Why these words cannot be sent: `empty`, `closed` or `long`; empty when they can.
  String fault(String words) {
    if (words.isEmpty()) {
      return "empty";
    }
    if (way == Way.CLOSED) {
      return "closed";
    }
    return length(words) > most() ? "long" : "";
  }
}
