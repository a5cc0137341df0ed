package id.kentongan.integrations.content;

import id.kentongan.dialogs.ear.Ear;
import id.kentongan.dialogs.ear.EarModel;
import id.kentongan.dialogs.ear.EarTrainer;
import id.kentongan.dialogs.ear.Expressions;
import id.kentongan.dialogs.ear.Labelled;
import id.kentongan.dialogs.ear.NlpEar;
import id.kentongan.dialogs.ear.Normaliser;
import id.kentongan.dialogs.ear.Redactor;
import id.kentongan.dialogs.ear.WordLists;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The Ear for a `config/` folder: its model is read from the folder `models` beside it, where the
/// build leaves it, or from `cache`; when the corpus, the word lists or the model's version changed
/// it is trained and left in `cache`. Blocks: for start-up and the command line.
public final class EarFiles {
  private final Path built;
  private final List<Labelled> corpus;
  private final Map<String, String> slang;
  private final Map<String, List<String>> expressions;
  private final Map<String, List<String>> lists;
  private final Normaliser normaliser;
  private final Expressions known;

  public EarFiles(Path config) {
    built = built(config);
    corpus = CorpusFiles.read(config);
    slang = LexiconFiles.slang(config);
    expressions = LexiconFiles.expressions(config);
    lists = LexiconFiles.lists(config);
    normaliser = new Normaliser(slang, new WordLists(lists));
    known = new Expressions(normal(expressions));
  }

  public EarTrainer trainer() {
    return new EarTrainer(normaliser, known);
  }

  public List<Labelled> corpus() {
    return corpus;
  }

  /// Ears over other models with the word lists of this folder.
  public Function<EarModel, Ear> ears() {
    var lists = normaliser;
    var marks = known;
    return model -> new NlpEar(lists, marks, model);
  }

  /// What may be kept of a message: the words that the corpus and the lists know; `month` tells
  /// those that name one.
  public Redactor redactor(Predicate<String> month) {
    Stream<String> lines =
        Stream.concat(corpus.stream().map(Labelled::text), slang.keySet().stream());
    Stream<String> phrases =
        Stream.concat(slang.values().stream(), expressions.values().stream().flatMap(List::stream));
    return new Redactor(
        Stream.concat(lines, phrases)
            .flatMap(line -> Stream.of(normaliser.folded(line).split(" ")))
            .filter(word -> !word.isEmpty() && word.chars().noneMatch(Character::isDigit))
            .collect(Collectors.toSet()),
        new WordLists(lists),
        month);
  }

  public EarModel model(Path cache) {
    Path file = file(cache);
    return stored(file(built))
        .or(() -> stored(file))
        .orElseGet(() -> store(file, trainer().train(corpus)));
  }

  /// Where the build leaves the model for the folder `config` that the program brings.
  public static Path built(Path config) {
    return config.resolveSibling("models");
  }

  /// What the build does: leaves the model of this corpus beside `config/`, and no older one.
  public void build() {
    model(built);
    new ModelShelf(built).keepOnly(file(built).getFileName().toString());
  }

  /// Whether the build or `cache` holds a model of this corpus; otherwise training takes a while.
  public boolean trained(Path cache) {
    return Files.exists(file(built)) || Files.exists(file(cache));
  }

  /// The Ear that a gateway begins with. Its model is kept in `cache` and noted for [#begunWith],
  /// and models of long ago are thrown away.
  public Ear begin(Path cache) {
    EarModel begun = model(cache);
    Path file = file(cache);
    if (!Files.exists(file)) {
      store(file, begun);
    }
    new ModelShelf(cache).begin(file.getFileName().toString());
    return ears().apply(begun);
  }

  /// The model that the gateway over this cache began with last.
  public static Optional<EarModel> begunWith(Path cache) {
    return new ModelShelf(cache).begun().flatMap(EarFiles::stored);
  }

  private Path file(Path cache) {
    return cache.resolve(ModelShelf.PREFIX + fingerprint() + ModelShelf.SUFFIX);
  }

  private static Optional<EarModel> stored(Path file) {
    try {
      return Files.isReadable(file)
          ? Optional.of(EarModel.read(Files.readAllBytes(file)))
          : Optional.empty();
    } catch (IllegalArgumentException damaged) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// why: moved into place whole, so that a killed start leaves no half model; no temporary file,
  /// which others may not read, for the program may run as another user than it was built by.
  private static EarModel store(Path file, EarModel model) {
    try {
      Files.createDirectories(file.getParent());
      Path half = file.resolveSibling(UUID.randomUUID() + ".half");
      Files.write(half, model.write());
      Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return model;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Each expression as it is written and as a message that says so reads in its normal form.
  private Map<String, List<String>> normal(Map<String, List<String>> written) {
    return written.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> withNormalForms(e.getValue())));
  }

  private List<String> withNormalForms(List<String> forms) {
    return forms.stream().flatMap(f -> Stream.of(f, normaliser.standard(f))).distinct().toList();
  }

  private String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((byte) EarModel.VERSION);
      corpus.stream().map(Labelled::toString).sorted().forEach(line -> update(digest, line));
      Stream.of(slang, expressions, lists)
          .flatMap(list -> list.entrySet().stream())
          .map(Map.Entry::toString)
          .sorted()
          .forEach(line -> update(digest, line));
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void update(MessageDigest digest, String line) {
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }
}
