package id.kentongan.dialogs.content;

import id.kentongan.dialogs.values.Relation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The papers of a JKM claim, from `config/papers.yaml`: which, for whom, what they are called,
/// where they come from. `names` and `where` are words in Indonesian; `everyday` what people call
/// them.
public record Papers(List<Paper> papers) {
  /// One paper. `only` limits it to these relations; empty means always.
  public record Paper(
      String key, String name, String where, Set<String> everyday, Set<Relation> only) {}

  public List<Paper> wanted(Relation relation) {
    return papers.stream().filter(p -> p.only().isEmpty() || p.only().contains(relation)).toList();
  }

  public Map<String, Paper> byKey() {
    return papers.stream().collect(java.util.stream.Collectors.toMap(Paper::key, p -> p));
  }
}
