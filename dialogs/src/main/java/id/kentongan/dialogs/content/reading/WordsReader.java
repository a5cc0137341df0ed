package id.kentongan.dialogs.content.reading;

import id.kentongan.dialogs.content.Template;
import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.values.Language;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads `words/<language>/*.yaml`: nested keys joined by dots. Keys that begin with `choice.` are
/// buttons, with `row.` list rows, with `heard.` the words by which values are told, all others
/// messages that may carry buttons. Indonesian has every key; another language has some of them,
/// with the same placeholders.
final class WordsReader {
  private final Map<Language, Map<String, Node>> found = new EnumMap<>(Language.class);

  static Words read(ContentSource source, Faults faults) {
    var reader = new WordsReader();
    source.in("words", faults).forEach(reader::file);
    reader.compare();
    HeardCheck.all(reader.found, faults);
    return reader.words();
  }

  private void file(Node file) {
    String[] parts = file.file().split("/");
    Language language = Languages.SPOKEN.get(parts[1]);
    if (language == null || parts.length != 3) {
      file.fault(Wrong.FOLDER.of(), Should.FOLDER.of(Languages.codes()));
      return;
    }
    Map<String, Node> keys = found.computeIfAbsent(language, _ -> new LinkedHashMap<>());
    leaves(file)
        .forEach(
            leaf -> {
              Node before = keys.putIfAbsent(leaf.path(), leaf);
              if (before != null) {
                leaf.fault(Wrong.TWICE.of(before.file()), Should.ONCE.of());
              }
              check(leaf);
            });
  }

  private static Stream<Node> leaves(Node node) {
    return node.value() instanceof Map
        ? node.entries().values().stream().flatMap(WordsReader::leaves)
        : Stream.of(node);
  }

  private static void check(Node leaf) {
    String text = leaf.text();
    if (leaf.value() == null) {
      leaf.fault(Wrong.EMPTY.of(), Should.TEXT.of());
    }
    if (HeardCheck.lists(leaf.path())) {
      HeardCheck.list(leaf, text);
    } else if (leaf.path().startsWith("choice.")) {
      Lengths.check(leaf, text, Lengths.BUTTON, Should.BUTTON);
    } else if (leaf.path().startsWith("row.")) {
      Lengths.check(leaf, text, Lengths.ROW, Should.ROW);
    } else {
      Lengths.check(leaf, text, Lengths.WITH_BUTTONS, Should.MESSAGE_WITH_BUTTONS);
    }
    if (text.chars().filter(c -> c == '{').count() != Template.names(text).size()) {
      leaf.fault(Wrong.BRACE.of(), Should.PLACEHOLDER.of());
    }
  }

  private void compare() {
    Map<String, Node> all = found.getOrDefault(Language.INDONESIAN, Map.of());
    found.forEach(
        (language, keys) -> {
          if (language != Language.INDONESIAN) {
            keys.forEach((key, leaf) -> compare(leaf, all.get(key)));
          }
        });
  }

  private static void compare(Node leaf, @Nullable Node original) {
    if (HeardCheck.lists(leaf.path())) {
      return;
    }
    if (original == null) {
      leaf.fault(Wrong.EXTRA_KEY.of(), Should.KNOWN_KEY.of());
      return;
    }
    var wanted = new TreeSet<>(Template.names(original.text()));
    var names = new TreeSet<>(Template.names(leaf.text()));
    if (!names.equals(wanted)) {
      leaf.fault(Wrong.PLACEHOLDERS.of(names), Should.SAME_NAMES.of(original.file(), wanted));
      return;
    }
    Figures.same(leaf, original.text());
  }

  private Words words() {
    var words = new EnumMap<Language, Map<String, String>>(Language.class);
    found.forEach(
        (language, keys) -> {
          var texts = new LinkedHashMap<String, String>();
          keys.forEach((key, leaf) -> texts.put(key, leaf.text()));
          words.put(language, Collections.unmodifiableMap(texts));
        });
    return new Words(Map.copyOf(words));
  }
}
