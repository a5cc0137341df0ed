package id.kentongan.bot.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// An HTTP request as it will stand on the wire. `door` says how it is proved: `telegram`,
/// `twilio`, `cloud`, `payments`, `web`, `console`, or `open` for one that needs no proof. Texts
/// are of Latin-1, a character a byte.
record Ask(String door, String method, String target, List<Header> headers, String body) {
  /// A line of the head.
  record Header(String name, String value) {}

  Ask {
    headers = List.copyOf(headers);
  }

  Ask with(Header header) {
    var more = new ArrayList<>(headers);
    more.add(header);
    return with(more);
  }

  Ask with(List<Header> others) {
    return new Ask(door, method, target, others, body);
  }

  Ask withBody(String other) {
    return new Ask(door, method, target, headers, other);
  }

  Ask withTarget(String other) {
    return new Ask(door, method, other, headers, body);
  }

  Ask withMethod(String other) {
    return new Ask(door, other, target, headers, body);
  }

  /// Whether the head is one that a server can only understand in one way, so that it must answer.
  boolean plain() {
    return clean(method) && clean(target) && headers.stream().allMatch(Ask::plain);
  }

  private static boolean plain(Header header) {
    String name = header.name().toLowerCase(java.util.Locale.ROOT);
    boolean framing =
        List.of("content-length", "transfer-encoding", "connection", "expect", "upgrade", "host")
            .contains(name);
    return !framing && clean(header.name()) && header.value().chars().allMatch(c -> c >= ' ');
  }

  private static boolean clean(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c > ' ');
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  byte[] bytes() {
    var head = new StringBuilder(method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    headers.forEach(h -> head.append(h.name() + ": " + h.value() + "\r\n"));
    if (!body.isEmpty() || method.equals("POST")) {
      head.append("Content-Length: " + body.length() + "\r\n");
    }
    var out = new ByteArrayOutputStream();
    out.writeBytes(latin(head.append("\r\n").toString()));
    out.writeBytes(latin(body));
    return out.toByteArray();
  }
}
