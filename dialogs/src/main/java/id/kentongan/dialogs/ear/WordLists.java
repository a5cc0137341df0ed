package id.kentongan.dialogs.ear;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Lists of words that decide what a message is brought into before its meaning is guessed, and
/// what of it may be kept; content in `config/lexicon/lists.tsv`. One that is missing is empty.
public final class WordLists {
  /// No list at all.
  public static final WordLists NONE = new WordLists(Map.of());

  private final Map<Name, List<String>> words = new EnumMap<>(Name.class);
  private final Map<Name, Set<String>> sets = new EnumMap<>(Name.class);

  /// What a list is for.
  public enum Name {
    /// What says "the" behind a word, longest first.
    ENDINGS,
    /// Words that mean dead, or off.
    DEAD_OR_OFF,
    /// What is put for them where they mean off; one word.
    OFF,
    /// Whatever of these is named may be off.
    THINGS,
    /// Whoever of these is named may be dead; not forms of address.
    PEOPLE,
    /// Behind these stands a name.
    BEFORE_NAME,
    /// What may stand between those and the name.
    WITH_NAME,
    /// What is no name, even there.
    NO_NAME,
    /// Between two questions of one message.
    BETWEEN,
    /// A clause asks by one of these.
    ASKING,
    /// A clause asks that ends in one of these.
    ASKING_LAST;

    /// How the file calls it: `dead-or-off`.
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// `words`: by the key of the list, in small letters.
  public WordLists(Map<String, List<String>> words) {
    for (Name name : Name.values()) {
      List<String> listed = words.getOrDefault(name.key(), List.of());
      this.words.put(name, List.copyOf(listed));
      this.sets.put(name, Set.copyOf(listed));
    }
  }

  List<String> words(Name name) {
    return words.getOrDefault(name, List.of());
  }

  boolean has(Name name, String word) {
    return sets.getOrDefault(name, Set.of()).contains(word);
  }
}
