package id.kentongan.dialogs.content.reading;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.ear.parse.Heard;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is said of faults in the lists of words by which values are told.
class HeardListsTest {
  /// A list put into a file, and what is said of it.
  record Case(String file, String key, @Nullable String words, String said) {}

  static List<Case> faults() {
    String id = "words/id/heard.yaml";
    String jv = "words/jv/heard.yaml";
    return List.of(
        new Case(id, "heard.no", null, "no such list"),
        new Case(id, "heard.month.name.8", null, "no such list"),
        new Case(id, "heard.no", "", "is empty"),
        new Case(id, "heard.no", "tidak,, ga", "nothing between"),
        new Case(id, "heard.no", "tidak, ga, tidak", "`tidak` twice"),
        new Case(id, "heard.no", "tidak, Ga", "small letters"),
        new Case(id, "heard.colour", "merah", "is no list of words that is heard"),
        new Case(id, "heard.month.name.13", "x", "is no list of words that is heard"),
        new Case(id, "heard.number.word.many", "x", "is no list of words that is heard"),
        new Case(jv, "heard.noo", "ora", "is no list of words that is heard"),
        new Case(jv, "heard.month.name.7", "w.month.name.8", "which is in heard.month.name.8"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void saysWhatIsWrong(Case wrong) {
    assertThat(
            with(wrong.file(), wrong.key(), wrong.words()).faults().stream().map(Fault::toString))
        .anySatisfy(
            said ->
                assertThat(said).startsWith("words/").contains(wrong.key()).contains(wrong.said()));
  }

  @Test
  void takesMoreWordsOfALanguageAndOtherNumbers() {
    assertThat(with("words/jv/heard.yaml", "heard.no", "ora, mboten").faults()).isEmpty();
    Loaded loaded = with("words/id/heard.yaml", "heard.number.word.30", "telungpuluh");
    assertThat(loaded.faults()).isEmpty();
    assertThat(loaded.content().words().listed("heard.number.word.30"))
        .containsExactly("telungpuluh");
  }

  /// Every list with one word of its own.
  static Map<String, Object> sound() {
    var lists = new TreeMap<String, Object>();
    for (Heard list : Heard.values()) {
      Stream<String> keys =
          list.meanings().isEmpty()
              ? Stream.of(list.key())
              : list.meanings().stream().map(meaning -> list.key() + '.' + meaning);
      keys.forEach(key -> lists.put(key, key.replaceFirst("heard", "w")));
    }
    return lists;
  }

  private static Loaded with(String file, String key, @Nullable String words) {
    Map<String, Object> trees = ContentReaderTest.sound();
    var lists = new TreeMap<>(file.startsWith("words/id") ? sound() : Map.<String, Object>of());
    if (words == null) {
      lists.remove(key);
    } else {
      lists.put(key, words);
    }
    trees.put(file, lists);
    return ContentReader.read(new ContentSource(trees, "code,name", Set.of("ask.jkm", "human")));
  }
}
