package id.kentongan.bot.commands;

import id.kentongan.dialogs.ear.Ear;
import id.kentongan.dialogs.ear.EarModel;
import id.kentongan.dialogs.ear.Labelled;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.integrations.content.EarFiles;
import id.kentongan.integrations.postgres.learning.PublishedModels;
import id.kentongan.integrations.postgres.learning.ReviewRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// What a model trained from the corpus as it is now hears otherwise than the published one: in the
/// corpus, and in the redacted messages of late.
final class NluCompare {
  private static final int MOST = 200;

  private NluCompare() {}

  private record Store(Optional<EarModel> published, List<ReviewRows.Row> recent) {}

  static List<String> lines(EarFiles files, CommandSpec spec) {
    Store store =
        OwnDatabase.with(
            Home.settings(),
            (database, key) ->
                database
                    .transact(
                        handle ->
                            new Store(
                                PublishedModels.newerThan(handle, 0)
                                    .flatMap(PublishedModels.Published::model),
                                ReviewRows.list(handle)))
                    .await());
    Optional<EarModel> inUse = store.published().or(() -> EarFiles.begunWith(Nlu.cache()));
    if (inUse.isEmpty()) {
      return List.of("No model is published and no gateway ran here: nothing to compare with.");
    }
    Ear used = files.ears().apply(inUse.get());
    Ear next = files.ears().apply(Nlu.model(files, spec));
    List<Labelled> corpus =
        files.corpus().stream().filter(line -> !line.intent().isEmpty()).toList();
    var lines = new ArrayList<String>();
    lines.add(
        store.published().isPresent()
            ? "compared with the published model"
            : "compared with the model that the gateway here began with; none is published");
    lines.add("corpus right: in use " + right(used, corpus) + ", new " + right(next, corpus));
    lines.addAll(changes("corpus", used, next, corpus.stream().map(Labelled::text).toList()));
    lines.addAll(
        changes("recent", used, next, store.recent().stream().map(r -> r.kept().text()).toList()));
    return lines;
  }

  private static String right(Ear ear, List<Labelled> corpus) {
    long right =
        corpus.stream()
            .filter(line -> ear.hear(line.text()).best().intent().equals(line.intent()))
            .count();
    return right + " of " + corpus.size();
  }

  private static List<String> changes(String of, Ear used, Ear next, List<String> texts) {
    List<String> changed =
        texts.stream().flatMap(text -> change(used.hear(text), next.hear(text)).stream()).toList();
    var lines = new ArrayList<String>();
    lines.add(of + " changed: " + changed.size() + " of " + texts.size());
    changed.stream().limit(MOST).map(line -> of + "\t" + line).forEach(lines::add);
    return lines;
  }

  private static Optional<String> change(Understood before, Understood after) {
    String was = before.best().intent() + " (" + before.certainty() + ")";
    String is = after.best().intent() + " (" + after.certainty() + ")";
    return was.equals(is) ? Optional.empty() : Optional.of(was + " -> " + is + "\t" + after.text());
  }
}
