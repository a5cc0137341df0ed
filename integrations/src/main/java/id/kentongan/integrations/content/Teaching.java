package id.kentongan.integrations.content;

import id.kentongan.dialogs.ear.Ear;
import id.kentongan.dialogs.ear.EarModel;
import id.kentongan.dialogs.ear.Labelled;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Trains on the corpus and what officers labelled beside it, and compares with what is in use.
/// Blocks, for seconds.
public final class Teaching {
  private static final int MOST = 100;

  private final EarFiles files;

  public Teaching(EarFiles files) {
    this.files = files;
  }

  /// The intents that the corpus has lines for.
  public SortedSet<String> intents() {
    var intents = new TreeSet<String>();
    files.corpus().stream()
        .map(Labelled::intent)
        .filter(intent -> !intent.isEmpty())
        .forEach(intents::add);
    return intents;
  }

  /// What the corpus says already, in its normal form, is left out, and so are placeholders.
  public EarModel train(List<Labelled> labelled) {
    var trainer = files.trainer();
    var lines = new ArrayList<>(files.corpus());
    var known = new HashSet<String>();
    lines.forEach(line -> known.add(trainer.intentForm(line.text())));
    for (Labelled line : labelled) {
      String text = line.text().replaceAll("<[a-z]{1,20}>", " ").replaceAll("\\s+", " ").strip();
      if (!text.isEmpty() && known.add(trainer.intentForm(text))) {
        lines.add(new Labelled(line.language(), line.intent(), text));
      }
    }
    return trainer.train(lines);
  }

  /// How many lines of the corpus are heard right, before and after; and what changes of the
  /// messages of late.
  public record Compared(int lines, int before, int after, List<Change> changes) {}

  /// A message, and the intents that it is heard as.
  public record Change(String text, String before, String after) {}

  /// `used` is the model in use; empty where that of the corpus is.
  public Compared compare(Optional<EarModel> used, EarModel next, List<String> recent) {
    Ear before = files.ears().apply(used.orElseGet(() -> train(List.of())));
    Ear after = files.ears().apply(next);
    List<Labelled> corpus =
        files.corpus().stream().filter(line -> !line.intent().isEmpty()).toList();
    var changes =
        recent.stream()
            .map(text -> new Change(text, heard(before, text), heard(after, text)))
            .filter(change -> !change.before().equals(change.after()))
            .limit(MOST)
            .toList();
    return new Compared(corpus.size(), right(before, corpus), right(after, corpus), changes);
  }

  private static int right(Ear ear, List<Labelled> corpus) {
    return (int)
        corpus.stream()
            .filter(line -> ear.hear(line.text()).best().intent().equals(line.intent()))
            .count();
  }

  private static String heard(Ear ear, String text) {
    var understood = ear.hear(text);
    return understood.sure() ? understood.best().intent() : "?";
  }
}
