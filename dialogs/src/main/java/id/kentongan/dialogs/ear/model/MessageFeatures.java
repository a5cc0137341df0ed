package id.kentongan.dialogs.ear.model;

import id.kentongan.dialogs.ear.LightStemmer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import opennlp.tools.doccat.FeatureGenerator;
import org.jspecify.annotations.Nullable;

/// The features of a message in its normal form: words, light stems, pairs of words with and
/// without one between them, and runs of two to four letters within a word.
public final class MessageFeatures implements FeatureGenerator {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 4;

  /// As OpenNLP asks for them: `w=iuran`, `p=berapa iuran`.
  @Override
  public Collection<String> extractFeatures(
      String[] text, @Nullable Map<String, Object> extraInformation) {
    var names = new LinkedHashSet<String>();
    extract(String.join(" ", text), (kind, name) -> names.add(kind.code() + "=" + name));
    return names;
  }

  void extract(String normal, FeatureSink sink) {
    String before = "";
    String last = "^";
    int from = 0;
    while (from < normal.length()) {
      int end = normal.indexOf(' ', from);
      end = end < 0 ? normal.length() : end;
      String word = normal.substring(from, end);
      sink.add(FeatureKind.WORD, word);
      sink.add(FeatureKind.STEM, LightStemmer.stem(word));
      sink.add(FeatureKind.PAIR, last + " " + word);
      if (!before.isEmpty()) {
        sink.add(FeatureKind.GAP, before + " " + word);
      }
      letters(word, sink);
      before = last.equals("^") ? "" : last;
      last = word;
      from = end + 1;
    }
    sink.add(FeatureKind.PAIR, last + " $");
  }

  private static void letters(String word, FeatureSink sink) {
    String marked = "<" + word + ">";
    for (int length = SHORTEST; length <= LONGEST; length++) {
      for (int i = 0; i + length <= marked.length(); i++) {
        sink.add(FeatureKind.LETTERS, java.nio.CharBuffer.wrap(marked, i, i + length));
      }
    }
  }
}
