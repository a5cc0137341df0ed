package id.kentongan.dialogs.content.reading;

import id.kentongan.dialogs.content.Papers;
import id.kentongan.dialogs.content.Papers.Paper;
import id.kentongan.dialogs.values.Relation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads `papers.yaml`: the papers of a JKM claim.
final class PapersReader {
  private static final Map<String, Relation> RELATIONS =
      Arrays.stream(Relation.values())
          .collect(
              Collectors.toMap(
                  r -> r.name().toLowerCase(Locale.ROOT).replace('_', '-'), Function.identity()));

  private PapersReader() {}

  static Papers read(ContentSource source, Faults faults) {
    Node file = source.one("papers.yaml", faults).only("papers");
    List<Node> nodes = file.at("papers").items();
    var keys = new HashSet<String>();
    for (Node node : nodes) {
      if (!keys.add(node.at("key").text())) {
        node.at("key").fault("is there twice", "each key once");
      }
    }
    return new Papers(nodes.stream().map(PapersReader::paper).toList());
  }

  private static Paper paper(Node node) {
    node.only("key", "name", "where", "everyday", "only", "source");
    node.at("source").text();
    Node key = node.at("key");
    Node name = node.at("name");
    Lengths.check(name, name.text(), Lengths.ROW, "a list row");
    Set<Relation> only = EnumSet.noneOf(Relation.class);
    node.maybe("only")
        .ifPresent(list -> list.items().forEach(r -> only.add(r.one(RELATIONS, Relation.OTHER))));
    return new Paper(
        key.as(PapersReader::key, "", "small letters and -, e.g. family-card, at most 30"),
        name.text(),
        node.at("where").text(),
        Set.copyOf(new HashSet<>(node.at("everyday").texts())),
        Set.copyOf(only));
  }

  private static String key(String text) {
    if (!text.matches("[a-z][a-z-]{0,29}")) {
      throw new IllegalArgumentException();
    }
    return text;
  }
}
