package id.kentongan.dialogs.content;

import id.kentongan.dialogs.values.Relation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The papers that a family brings, from `config/papers.yaml`: `death` for a JKM claim, `accident`
/// for a JKK claim; which, for whom, what they are called, where they come from.
public record Papers(List<Paper> death, List<Paper> accident, Legible legible) {
  /// The least that an officer can read: dots of the shorter side, brightness from 0 to 255,
  /// sharpness; `dots`: the most of a picture, and `pages` of a PDF.
  public record Legible(int side, int brightness, int sharpness, long dots, int pages) {}

  /// What a situation may be, beside the relation: where somebody died, who claims, what else.
  public static final Set<String> SITUATIONS =
      Set.of("home", "hospital", "sea", "abroad", "elsewhere", "minor", "second", "school");

  /// One paper: `everyday` is what people call it.
  public record Paper(String key, String name, Origin origin, Set<String> everyday, Need need) {
    /// Where it comes from in this situation.
    public String where(Set<String> situation) {
      return origin.instead().entrySet().stream()
          .filter(e -> situation.contains(e.getKey()))
          .findFirst()
          .map(Map.Entry::getValue)
          .orElse(origin.where());
    }
  }

  /// Where a paper comes from, `instead` in some situations, and what it must show.
  public record Origin(String where, Map<String, String> instead, String shows) {}

  /// For these relations, in these situations; empty means always.
  public record Need(Set<Relation> only, Set<String> when) {
    boolean fits(Relation relation, Set<String> situation) {
      return (only.isEmpty() || only.contains(relation))
          && (when.isEmpty() || when.stream().anyMatch(situation::contains));
    }
  }

  public List<Paper> wanted(Relation relation, Set<String> situation) {
    return death.stream().filter(p -> p.need().fits(relation, situation)).toList();
  }

  public Map<String, Paper> byKey() {
    return death.stream().collect(java.util.stream.Collectors.toMap(Paper::key, p -> p));
  }
}
