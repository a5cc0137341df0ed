package id.kentongan.dialogs.content.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A place in a content file's tree: gives its value as a type, or notes the fault with file and
/// key and gives a stand-in so that reading goes on and finds the rest.
record Node(String file, String path, @Nullable Object value, Faults faults) {
  /// The entry of a map; noted as missing when there is none.
  Node at(String key) {
    return maybe(key)
        .orElseGet(
            () -> {
              child(key, null).fault("is missing", "a value");
              return child(key, null);
            });
  }

  Optional<Node> maybe(String key) {
    return value instanceof Map<?, ?> map && map.get(key) != null
        ? Optional.of(child(key, map.get(key)))
        : Optional.empty();
  }

  /// Says that a map may have these keys only.
  Node only(String... keys) {
    Set<String> allowed = Set.of(keys);
    entries()
        .forEach(
            (key, node) -> {
              if (!allowed.contains(key)) {
                node.fault("is not known here", String.join(", ", keys));
              }
            });
    return this;
  }

  Map<String, Node> entries() {
    var entries = new LinkedHashMap<String, Node>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, v) -> entries.put(String.valueOf(key), child(String.valueOf(key), v)));
    } else if (value != null) {
      fault("is " + kind(), "keys with values");
    }
    return entries;
  }

  List<Node> items() {
    var items = new ArrayList<Node>();
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        items.add(new Node(file, path + "[" + (i + 1) + "]", list.get(i), faults));
      }
    } else if (value != null) {
      fault("is " + kind(), "a list");
    }
    return items;
  }

  List<String> texts() {
    return items().stream().map(Node::text).toList();
  }

  /// Text without the spaces around it; never empty.
  String text() {
    if (value instanceof Map || value instanceof List) {
      fault("is " + kind(), "a text");
      return "";
    }
    String text = value == null ? "" : String.valueOf(value).strip();
    if (text.isEmpty() && value != null) {
      fault("is empty", "a text");
    }
    return text;
  }

  BigDecimal decimal() {
    return as(BigDecimal::new, BigDecimal.ZERO, "a number, e.g. 0.5");
  }

  int integer(int least) {
    int number = as(Integer::valueOf, least, "a whole number from " + least);
    if (number < least) {
      fault("is " + number, "a whole number from " + least);
    }
    return Math.max(number, least);
  }

  /// A value that a function makes of the text, which throws when it cannot.
  <V> V as(Function<String, V> read, V otherwise, String allowed) {
    String text = text();
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return read.apply(text);
    } catch (RuntimeException e) {
      fault("is `" + text + "`", allowed);
      return otherwise;
    }
  }

  <V> V one(Map<String, V> known, V otherwise) {
    return as(
        text -> Optional.ofNullable(known.get(text)).orElseThrow(),
        otherwise,
        known.keySet().stream().sorted().reduce((a, b) -> a + ", " + b).orElse("nothing"));
  }

  void fault(String wrong, String allowed) {
    faults.add(file, path, wrong, allowed);
  }

  private Node child(String key, @Nullable Object child) {
    return new Node(file, path.isEmpty() ? key : path + "." + key, child, faults);
  }

  private String kind() {
    return switch (value) {
      case null -> "empty";
      case Map<?, ?> _ -> "a map";
      case List<?> _ -> "a list";
      default -> "a text";
    };
  }
}
