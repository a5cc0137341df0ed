package id.kentongan.dialogs.content.reading;

import id.kentongan.dialogs.content.Papers;
import id.kentongan.dialogs.content.Papers.Need;
import id.kentongan.dialogs.content.Papers.Origin;
import id.kentongan.dialogs.content.Papers.Paper;
import id.kentongan.dialogs.values.Relation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads `papers.yaml`: the papers of a JKM and of a JKK claim.
final class PapersReader {
  private static final Map<String, Relation> RELATIONS =
      Arrays.stream(Relation.values())
          .collect(
              Collectors.toMap(
                  r -> r.name().toLowerCase(Locale.ROOT).replace('_', '-'), Function.identity()));

  private PapersReader() {}

  static Papers read(ContentSource source, Faults faults) {
    Node file = source.one("papers.yaml", faults).only("death", "accident", "legible");
    return new Papers(
        papers(file.at("death")), papers(file.at("accident")), legible(file.at("legible")));
  }

  private static Papers.Legible legible(Node node) {
    node.only("side", "brightness", "sharpness", "megapixels", "pages");
    return new Papers.Legible(
        node.at("side").integer(1),
        node.at("brightness").integer(0),
        node.at("sharpness").integer(0),
        node.at("megapixels").integer(1) * 1_000_000L,
        node.at("pages").integer(1));
  }

  private static List<Paper> papers(Node list) {
    List<Node> nodes = list.items();
    var keys = new HashSet<String>();
    for (Node node : nodes) {
      if (!keys.add(node.at("key").text())) {
        node.at("key").fault(Wrong.THERE_TWICE.of(), Should.KEY_ONCE.of());
      }
    }
    return nodes.stream().map(PapersReader::paper).toList();
  }

  private static Paper paper(Node node) {
    node.only("key", "name", "where", "instead", "shows", "everyday", "only", "when", "source");
    node.at("source").text();
    Node key = node.at("key");
    Node name = node.at("name");
    Lengths.check(name, name.text(), Lengths.ROW, Should.ROW);
    return new Paper(
        key.as(PapersReader::key, "", Should.PAPER_KEY.of()),
        name.text(),
        origin(node),
        Set.copyOf(new HashSet<>(node.at("everyday").texts())),
        need(node));
  }

  private static Origin origin(Node node) {
    var instead = new TreeMap<String, String>();
    node.maybe("instead")
        .ifPresent(
            map ->
                map.entries()
                    .forEach((when, where) -> instead.put(situation(where, when), where.text())));
    return new Origin(node.at("where").text(), Map.copyOf(instead), node.at("shows").text());
  }

  private static Need need(Node node) {
    Set<Relation> only = EnumSet.noneOf(Relation.class);
    node.maybe("only")
        .ifPresent(list -> list.items().forEach(r -> only.add(r.one(RELATIONS, Relation.OTHER))));
    var when = new HashSet<String>();
    node.maybe("when")
        .ifPresent(list -> list.items().forEach(w -> when.add(situation(w, w.text()))));
    return new Need(Set.copyOf(only), Set.copyOf(when));
  }

  private static String situation(Node node, String name) {
    if (!Papers.SITUATIONS.contains(name)) {
      node.fault(
          Wrong.SITUATION.of(name),
          Should.NAMES.of(String.join(", ", new TreeSet<>(Papers.SITUATIONS))));
    }
    return name;
  }

  private static String key(String text) {
    if (!text.matches("[a-z][a-z-]{0,29}")) {
      throw new IllegalArgumentException();
    }
    return text;
  }
}
