package id.kentongan.dialogs.content.reading;

import id.kentongan.dialogs.content.Occupations;
import id.kentongan.dialogs.content.Occupations.Outside;
import id.kentongan.dialogs.values.Occupation;
import id.kentongan.dialogs.values.Sector;
import java.util.HashMap;
import java.util.Map;

/// Reads `lexicon/occupations.yaml`: occupations with their sector and everyday words, and what is
/// no occupation for this scheme.
final class OccupationsReader {
  private static final Map<String, Sector> SECTORS =
      Map.of("transport", Sector.TRANSPORT, "non-transport", Sector.OTHER);
  private static final Map<String, Outside> OUTSIDE =
      Map.of("employee", Outside.EMPLOYEE, "not-working", Outside.NOT_WORKING);

  private OccupationsReader() {}

  static Occupations read(ContentSource source, Faults faults) {
    Node file = source.one("lexicon/occupations.yaml", faults).only("occupations", "outside");
    var byWord = new HashMap<String, Occupation>();
    for (Node node : file.at("occupations").items()) {
      node.only("name", "sector", "words");
      var occupation =
          new Occupation(node.at("name").text(), node.at("sector").one(SECTORS, Sector.OTHER));
      put(node, byWord, occupation.name(), occupation);
      node.at("words").texts().forEach(w -> put(node, byWord, w, occupation));
    }
    var outside = new HashMap<String, Outside>();
    for (Node node : file.at("outside").items()) {
      node.only("kind", "words");
      Outside kind = node.at("kind").one(OUTSIDE, Outside.EMPLOYEE);
      node.at("words").texts().forEach(w -> put(node, outside, w, kind));
    }
    return new Occupations(byWord, outside);
  }

  private static <T> void put(Node node, Map<String, T> into, String word, T value) {
    T earlier = into.put(word, value);
    if (earlier != null && !earlier.equals(value)) {
      node.at("words").fault(Wrong.TWO_OCCUPATIONS.of(word), Should.WORD_ONCE.of());
    }
  }
}
