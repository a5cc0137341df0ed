package id.kentongan.bot.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import id.kentongan.bot.console.Pass;
import java.net.URLDecoder;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/// Puts on a request what its door asks for, made for the request as it was changed, so that it is
/// let in; now and then a proof that is broken itself.
final class Proofs {
  private static final int BROKEN = 12;

  private final InstantSource clock;
  private final List<WebSession> sessions;
  private final List<Pass> passes;

  /// A browser's session in the web chat.
  record WebSession(String cookie, String tag) {}

  Proofs(InstantSource clock, List<WebSession> sessions, List<Pass> passes) {
    this.clock = clock;
    this.sessions = sessions;
    this.passes = passes;
  }

  Ask on(Ask ask, Random random) {
    var from = "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), 7);
    Ask proved = ask.with(new Ask.Header("X-Forwarded-For", from));
    for (Ask.Header header : proof(ask, random)) {
      proved = proved.with(random.nextInt(BROKEN) == 0 ? broken(header, random) : header);
    }
    return proved;
  }

  private List<Ask.Header> proof(Ask ask, Random random) {
    return switch (ask.door()) {
      case "telegram" -> header("X-Telegram-Bot-Api-Secret-Token", Secrets.TELEGRAM);
      case "twilio" -> header("X-Twilio-Signature", twilio(ask));
      case "cloud" ->
          header(
              "X-Hub-Signature-256",
              "sha256=" + Secrets.sha256(Secrets.CLOUD, ask.body().getBytes(ISO_8859_1)));
      case "payments" -> payments(ask);
      case "web" -> {
        WebSession session = sessions.get(random.nextInt(sessions.size()));
        yield List.of(
            new Ask.Header("Cookie", session.cookie()),
            new Ask.Header("X-Kentongan", session.tag()));
      }
      case "console" -> {
        Pass pass = passes.get(random.nextInt(passes.size()));
        yield List.of(
            new Ask.Header("Cookie", pass.cookie()), new Ask.Header("X-CSRF-Token", pass.csrf()));
      }
      default -> List.of();
    };
  }

  private List<Ask.Header> payments(Ask ask) {
    String at = Long.toString(clock.instant().getEpochSecond());
    String signature =
        Secrets.sha256(
            Secrets.PAYMENTS, (at + ".").getBytes(UTF_8), ask.body().getBytes(ISO_8859_1));
    return List.of(
        new Ask.Header("X-Kentongan-Timestamp", at),
        new Ask.Header("X-Kentongan-Signature", signature));
  }

  private static List<Ask.Header> header(String name, String value) {
    return List.of(new Ask.Header(name, value));
  }

  private static Ask.Header broken(Ask.Header header, Random random) {
    byte[] changed = new Mutation(random).havoc(header.value().getBytes(ISO_8859_1));
    String value = new String(changed, ISO_8859_1).replaceAll("[\\p{Cc}]", "?");
    return new Ask.Header(header.name(), value);
  }

  /// Source: https://www.twilio.com/docs/usage/security#validating-requests
  private static String twilio(Ask ask) {
    var fields = new TreeMap<String, TreeSet<String>>();
    for (String pair : new String(ask.body().getBytes(ISO_8859_1), UTF_8).split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      fields.computeIfAbsent(decoded(name), n -> new TreeSet<>()).add(decoded(value));
    }
    var signed = new StringBuilder(Secrets.PUBLIC_URL + ask.target());
    fields.forEach((name, values) -> values.forEach(v -> signed.append(name).append(v)));
    return Secrets.sha1(Secrets.TWILIO, signed.toString());
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
