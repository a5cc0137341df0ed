package id.kentongan.dialogs.content.reading;

import id.kentongan.dialogs.content.Template;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A way in which something is said of a content file: in English for operators, and by its key
/// (`brace`, `should.before`) in the words of whoever edits.
public sealed interface Phrase permits Wrong, Should {
  /// With `{a}` and `{b}` for what is named.
  String english();

  String name();

  default String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  default Said of(Object... named) {
    var names = new TreeMap<String, String>();
    for (int i = 0; i < named.length; i++) {
      names.put(String.valueOf((char) ('a' + i)), String.valueOf(named[i]));
    }
    return new Said(this, Map.copyOf(names));
  }

  /// A phrase and what its placeholders stand for; as text it is the English.
  record Said(Phrase phrase, Map<String, String> named) {
    @Override
    public String toString() {
      return Template.fill(phrase.english(), name -> named.getOrDefault(name, '{' + name + '}'));
    }
  }
}
