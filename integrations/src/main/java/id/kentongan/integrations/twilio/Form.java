package id.kentongan.integrations.twilio;

import io.vertx.core.buffer.Buffer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The parameters of a posted form, in UTF-8; a name may have come several times.
final class Form {
  private static final int MOST = 1000;

  private final Map<String, List<String>> fields;

  private Form(Map<String, List<String>> fields) {
    this.fields = fields;
  }

  /// Empty when the bytes are no form or hold too many parameters.
  static Optional<Form> parse(Buffer body) {
    Map<String, List<String>> fields = new HashMap<>();
    int count = 0;
    try {
      for (String pair : body.toString(StandardCharsets.UTF_8).split("&", MOST + 2)) {
        if (++count > MOST) {
          return Optional.empty();
        }
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        if (!pair.isEmpty()) {
          fields.computeIfAbsent(name, fresh -> new ArrayList<>()).add(value);
        }
      }
      return Optional.of(new Form(fields));
    } catch (IllegalArgumentException badEscape) {
      return Optional.empty();
    }
  }

  /// The first value; an empty text when there is none.
  String get(String name) {
    List<String> values = fields.get(name);
    return values == null ? "" : values.getFirst();
  }

  /// As the signature is made over them. A name that came several times counts with each of its
  /// different values in order, as Twilio's own validators have it: the joint between two of them
  /// is the name again.
  Map<String, String> signed() {
    Map<String, String> signed = new HashMap<>();
    fields.forEach((name, values) -> signed.put(name, String.join(name, new TreeSet<>(values))));
    return signed;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
