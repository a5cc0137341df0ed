package id.kentongan.integrations.content;

import id.kentongan.dialogs.ear.EarTrainer;
import id.kentongan.dialogs.ear.Labelled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes lines that people labelled (`label<TAB>text<TAB>guess<TAB>confidence<TAB>language...`)
/// into the corpus. Labels must be intents of the corpus; with any fault nothing is written. What
/// the corpus says already, in its normal form, is left out. Placeholders are taken out.
public final class CorpusAdditions {
  private static final String INDONESIAN = "id";
  private static final int LANGUAGE = 4;

  private final Path corpus;
  private final EarTrainer trainer;
  private final Set<String> intents;
  private final Set<String> languages;
  private final Set<String> forms;

  public CorpusAdditions(Path config, EarFiles files) {
    corpus = config.resolve("corpus");
    trainer = files.trainer();
    List<Labelled> lines = files.corpus();
    intents =
        lines.stream().map(Labelled::intent).filter(i -> !i.isEmpty()).collect(Collectors.toSet());
    languages =
        lines.stream()
            .filter(l -> !l.intent().isEmpty())
            .map(Labelled::language)
            .collect(Collectors.toSet());
    forms =
        lines.stream()
            .map(l -> trainer.intentForm(l.text()))
            .collect(Collectors.toCollection(HashSet::new));
  }

  /// Whether the corpus says this already, in its normal form and apart from placeholders.
  public boolean says(String text) {
    return forms.contains(trainer.intentForm(clean(text)));
  }

  /// What became of a table.
  public record Result(int added, int known, int unlabelled, List<String> faults) {}

  public Result add(List<String> table) {
    var faults = new ArrayList<String>();
    var wanted = new LinkedHashMap<Path, List<String>>();
    int known = 0;
    int unlabelled = 0;
    for (int i = 0; i < table.size(); i++) {
      String[] columns = table.get(i).split("\t", -1);
      String label = columns[0].strip();
      String text = columns.length > 1 ? clean(columns[1]) : "";
      if (table.get(i).isBlank() || label.equals("label")) {
        continue;
      }
      if (label.isEmpty()) {
        unlabelled++;
      } else if (!intents.contains(label) || text.isBlank() || text.startsWith("#")) {
        faults.add(
            "line "
                + (i + 1)
                + ": "
                + (intents.contains(label) ? "no text" : "no intent is called \"" + label + "\""));
      } else if (forms.add(trainer.intentForm(text))) {
        wanted.computeIfAbsent(file(columns, label), _ -> new ArrayList<>()).add(text);
      } else {
        known++;
      }
    }
    if (faults.isEmpty()) {
      wanted.forEach(CorpusAdditions::append);
    }
    int added = faults.isEmpty() ? wanted.values().stream().mapToInt(List::size).sum() : 0;
    return new Result(added, known, unlabelled, List.copyOf(faults));
  }

  private static String clean(String text) {
    return text.replaceAll("<[a-z]{1,20}>", " ").replaceAll("\\s+", " ").strip();
  }

  private Path file(String[] columns, String label) {
    String told = columns.length > LANGUAGE ? columns[LANGUAGE].strip() : INDONESIAN;
    String language = languages.contains(told) ? told : INDONESIAN;
    return corpus.resolve(language).resolve(label + ".txt");
  }

  /// why: a file that a person saved without a last line break must not run two lines together.
  private static void append(Path file, List<String> lines) {
    try {
      String before = Files.exists(file) ? Files.readString(file) : "";
      String gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
      Files.writeString(
          file,
          gap + String.join("\n", lines) + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
