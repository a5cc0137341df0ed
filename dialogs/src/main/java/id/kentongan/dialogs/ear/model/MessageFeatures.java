package id.kentongan.dialogs.ear.model;

import id.kentongan.dialogs.ear.Expressions;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import opennlp.tools.doccat.FeatureGenerator;
import org.jspecify.annotations.Nullable;

/// The features of a message in its normal form, marked with the tags of its expressions or not:
/// words, light stems, pairs, runs of letters within a word, tags and pairs of tags.
public final class MessageFeatures implements FeatureGenerator {
  /// As OpenNLP asks for them: `w=iuran`, `p=berapa iuran`.
  @Override
  public Collection<String> extractFeatures(
      String[] text, @Nullable Map<String, Object> extraInformation) {
    var names = new LinkedHashSet<String>();
    extract(String.join(" ", text), (kind, name) -> names.add(kind.code() + "=" + name));
    return names;
  }

  void extract(String marked, FeatureSink sink) {
    var reading = new Reading(sink);
    int from = 0;
    while (from < marked.length()) {
      int end = marked.indexOf(' ', from);
      end = end < 0 ? marked.length() : end;
      String token = marked.substring(from, end);
      if (token.charAt(0) == Expressions.TAG) {
        reading.tag(token);
      } else {
        reading.word(token);
      }
      from = end + 1;
    }
    reading.end();
  }
}
