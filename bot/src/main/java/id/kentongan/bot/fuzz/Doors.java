package id.kentongan.bot.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The real requests that all others are made of: blocks that begin with `### door`, then the
/// request's line, headers, an empty line, the body.
final class Doors {
  private static final int PEOPLE = 300;

  private Doors() {}

  static List<Ask> read(Path file) {
    try {
      var asks = new ArrayList<Ask>();
      for (String block : ("\n" + Files.readString(file)).split("\n### ", -1)) {
        if (!block.isBlank() && !block.startsWith("\n#")) {
          asks.add(read(block));
        }
      }
      return List.copyOf(asks);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Ask read(String block) {
    String[] parts = block.split("\n\n", 2);
    List<String> head = parts[0].lines().toList();
    String[] line = head.get(1).split(" ", 2);
    List<Ask.Header> headers =
        head.stream()
            .skip(2)
            .map(h -> h.split(": ", 2))
            .map(h -> new Ask.Header(h[0], h[1]))
            .toList();
    String body = parts.length < 2 ? "" : parts[1].stripTrailing();
    boolean parted = headers.stream().anyMatch(h -> h.value().startsWith("multipart/"));
    String sent = parted ? body.replace("\n", "\r\n") + "\r\n" : body;
    return new Ask(head.get(0).strip(), line[0], line[1], headers, latin(sent));
  }

  /// The request as somebody would send it now: a new number and one of a few hundred people.
  static Ask fresh(Ask ask, long number, Random random) {
    String who = Integer.toString(1000 + random.nextInt(PEOPLE));
    List<Ask.Header> headers =
        ask.headers().stream()
            .map(h -> new Ask.Header(h.name(), filled(h.value(), number, who)))
            .toList();
    return new Ask(
        ask.door(),
        ask.method(),
        filled(ask.target(), number, who),
        headers,
        filled(ask.body(), number, who));
  }

  private static String filled(String text, long number, String who) {
    return text.replace("{{n}}", Long.toString(number))
        .replace("{{n32}}", "%032x".formatted(number))
        .replace("{{who}}", who);
  }

  /// UTF-8 as a text of a character a byte.
  static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
