package id.kentongan.bot.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Changes bytes and requests; the same for the same dice.
final class Mutation {
  private static final Pattern TOKEN =
      Pattern.compile("\"[^\"]{0,200}+\"|[0-9.-]++|[A-Za-z_]++|%[0-9A-F]{2}|[=&:,{}\\[\\]/]");
  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "SIARAN", "get");
  private static final List<String> NAMES =
      List.of(
          "Content-Type",
          "Cookie",
          "Origin",
          "Sec-Fetch-Site",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "Accept-Encoding",
          "Accept-Language",
          "HX-Request",
          "Last-Event-ID",
          "X-Message-Id",
          "Range",
          "If-None-Match",
          "X-HTTP-Method-Override",
          "Content-Encoding",
          "Transfer-Encoding",
          "Content-Length",
          "Expect",
          "Upgrade");

  private final Random random;

  Mutation(Random random) {
    this.random = random;
  }

  /// Another request, one or two steps away, so that most come past the first check.
  Ask of(Ask ask) {
    Ask changed = ask;
    for (int steps = 1 + random.nextInt(3) / 2; steps > 0; steps--) {
      changed = step(changed);
    }
    return changed;
  }

  private Ask step(Ask ask) {
    int dice = random.nextInt(20);
    if (dice < 13 && !ask.body().isEmpty()) {
      return ask.withBody(text(ask.body()));
    }
    if (dice < 15) {
      return ask.withTarget(text(ask.target()));
    }
    if (dice == 15) {
      return ask.withMethod(METHODS.get(random.nextInt(METHODS.size())));
    }
    return ask.with(headers(ask.headers()));
  }

  private List<Ask.Header> headers(List<Ask.Header> given) {
    var headers = new ArrayList<>(given);
    int dice = random.nextInt(4);
    if (dice == 0 || headers.isEmpty()) {
      String name = NAMES.get(random.nextInt(NAMES.size()));
      headers.add(new Ask.Header(name, Doors.latin(Oddities.one(random))));
      return headers;
    }
    int at = random.nextInt(headers.size());
    Ask.Header header = headers.get(at);
    switch (dice) {
      case 1 -> headers.remove(at);
      case 2 -> headers.add(header);
      default -> headers.set(at, new Ask.Header(header.name(), text(header.value())));
    }
    return headers;
  }

  private String text(String plain) {
    byte[] bytes = plain.getBytes(StandardCharsets.ISO_8859_1);
    byte[] changed = random.nextInt(3) > 0 ? tokens(bytes) : havoc(bytes);
    return new String(changed, StandardCharsets.ISO_8859_1);
  }

  /// One word, number, text or sign becomes another, is doubled or goes.
  byte[] tokens(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    var found = new ArrayList<int[]>();
    for (Matcher token = TOKEN.matcher(text); token.find(); ) {
      found.add(new int[] {token.start(), token.end()});
    }
    if (found.isEmpty()) {
      return havoc(bytes);
    }
    int[] at = found.get(random.nextInt(found.size()));
    String token = text.substring(at[0], at[1]);
    String put =
        switch (random.nextInt(6)) {
          case 0 -> "";
          case 1 -> token + token;
          case 2 -> token.toUpperCase(Locale.ROOT);
          case 3 -> quoted(token, Doors.latin(Oddities.one(random)));
          case 4 -> {
            int[] other = found.get(random.nextInt(found.size()));
            yield text.substring(other[0], other[1]);
          }
          default -> Doors.latin(Oddities.one(random));
        };
    String changed = text.substring(0, at[0]) + put + text.substring(at[1]);
    return changed.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String quoted(String token, String odd) {
    return token.startsWith("\"") ? '"' + odd + '"' : odd;
  }

  /// Bits turn, bytes come, go, and stand elsewhere.
  byte[] havoc(byte[] bytes) {
    byte[] changed = bytes.clone();
    for (int steps = 1 + random.nextInt(4); steps > 0 && changed.length > 0; steps--) {
      int at = random.nextInt(changed.length);
      int length = Math.min(changed.length - at, 1 + random.nextInt(16));
      switch (random.nextInt(5)) {
        case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> changed[at] = (byte) random.nextInt(256);
        case 2 -> changed = Arrays.copyOf(changed, at);
        case 3 -> changed = spliced(changed, at, at + length, new byte[0]);
        default -> changed = spliced(changed, at, at, Arrays.copyOfRange(changed, at, at + length));
      }
    }
    return changed;
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] put) {
    byte[] whole = new byte[bytes.length - (to - from) + put.length];
    System.arraycopy(bytes, 0, whole, 0, from);
    System.arraycopy(put, 0, whole, from, put.length);
    System.arraycopy(bytes, to, whole, from + put.length, bytes.length - to);
    return whole;
  }
}
