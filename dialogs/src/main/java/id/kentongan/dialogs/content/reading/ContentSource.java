package id.kentongan.dialogs.content.reading;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The content files as read: the tree of each YAML file by its name below `config/`
/// (`words/id/parse.yaml`; maps, lists and scalars as a YAML parser gives them), the text of
/// `regions.csv`, and the intents that the corpus knows.
public record ContentSource(Map<String, Object> trees, String regions, Set<String> intents) {
  Stream<Node> in(String folder, Faults faults) {
    return files(name -> name.startsWith(folder + "/"), faults);
  }

  Node one(String file, Faults faults) {
    Object tree = trees.get(file);
    if (tree == null) {
      faults.add(file, "", Wrong.FILE_EMPTY.of(), Should.FILE.of(file));
    }
    return new Node(file, "", tree == null ? Map.of() : tree, faults);
  }

  private Stream<Node> files(Predicate<String> wanted, Faults faults) {
    List<String> names = trees.keySet().stream().filter(wanted).sorted().toList();
    return names.stream().map(name -> new Node(name, "", trees.get(name), faults));
  }
}
