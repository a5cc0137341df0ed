package id.kentongan.dialogs.content.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
              child(key, null).fault(Wrong.MISSING.of(), Should.VALUE.of());
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
                node.fault(Wrong.UNKNOWN_KEY.of(), Should.NAMES.of(String.join(", ", keys)));
              }
            });
    return this;
  }

  Map<String, Node> entries() {
    var entries = new LinkedHashMap<String, Node>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, v) -> entries.put(String.valueOf(key), child(String.valueOf(key), v)));
    } else if (value != null) {
      fault(kind().of(), Should.KEYS.of());
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
      fault(kind().of(), Should.LIST.of());
    }
    return items;
  }

  List<String> texts() {
    return items().stream().map(Node::text).toList();
  }

  /// Text without the spaces around it; never empty.
  String text() {
    if (value instanceof Map || value instanceof List) {
      fault(kind().of(), Should.TEXT.of());
      return "";
    }
    String text = value == null ? "" : String.valueOf(value).strip();
    if (text.isEmpty() && value != null) {
      fault(Wrong.EMPTY.of(), Should.TEXT.of());
    }
    return text;
  }

  BigDecimal decimal() {
    return as(BigDecimal::new, BigDecimal.ZERO, Should.NUMBER.of());
  }

  int integer(int least) {
    int number = as(Integer::valueOf, least, Should.WHOLE.of(least));
    if (number < least) {
      fault(Wrong.NUMBER.of(number), Should.WHOLE.of(least));
    }
    return Math.max(number, least);
  }

  /// A value that a function makes of the text, which throws when it cannot.
  <V> V as(Function<String, V> read, V otherwise, Phrase.Said allowed) {
    String text = text();
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return read.apply(text);
    } catch (RuntimeException e) {
      fault(Wrong.VALUE.of(text), allowed);
      return otherwise;
    }
  }

  <V> V one(Map<String, V> known, V otherwise) {
    return as(
        text -> Optional.ofNullable(known.get(text)).orElseThrow(),
        otherwise,
        known.isEmpty()
            ? Should.NOTHING.of()
            : Should.NAMES.of(String.join(", ", new TreeSet<>(known.keySet()))));
  }

  void fault(Phrase.Said wrong, Phrase.Said allowed) {
    faults.add(file, path, wrong, allowed);
  }

  private Node child(String key, @Nullable Object child) {
    return new Node(file, path.isEmpty() ? key : path + "." + key, child, faults);
  }

  private Wrong kind() {
    return switch (value) {
      case null -> Wrong.EMPTY;
      case Map<?, ?> _ -> Wrong.IS_MAP;
      case List<?> _ -> Wrong.IS_LIST;
      default -> Wrong.IS_TEXT;
    };
  }
}
