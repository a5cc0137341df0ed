package id.kentongan.integrations.content;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.AnswerFile;
import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.ear.Ear;
import id.kentongan.dialogs.ear.eval.Evaluation;
import id.kentongan.dialogs.ear.eval.Judged;
import id.kentongan.dialogs.ear.eval.Report;
import id.kentongan.dialogs.ear.model.Example;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/// The Ear trained on the project's corpus: it understands each answer's examples as its intent,
/// and what villagers type though nobody taught it, and stays small.
class OwnCorpusTest {
  private static final int MOST_BYTES = 8_000_000;
  private static final EarFiles FILES = new EarFiles(TestContent.config());
  private static final String OUT_OF_SCOPE = "out_of_scope";
  private static final String ALL_AT_ONCE =
      "mau daftar dong, nama sy Joko Susilo nik 3506121203900001 nelayan penghasilan 60 ribu"
          + " sehari desa kedungasri";

  /// Written by people apart from the corpus, each judged once before a line was added beside them.
  private static final List<String> APART =
      List.of("unheard", "strangers", "newcomers", "latecomers", "passersby", "evening");

  @TempDir private static Path cache = Path.of("");

  @BeforeAll
  static void train() {
    FILES.model(cache);
  }

  @Test
  void understandsTheExamplesOfAnswers() {
    Ear ear = FILES.ears().apply(FILES.model(cache));
    var wrong = new ArrayList<String>();
    for (List<AnswerFile> answers : TestContent.load().answers().byIntent().values()) {
      AnswerFile answer = answers.getFirst();
      for (String example : answer.examples()) {
        var best = ear.hear(example).best();
        if (!best.intent().equals(answer.intent())) {
          wrong.add(answer.intent() + ": " + example + " -> " + best);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void understandsVillagersWhoseWordsItWasNotTaught() throws IOException {
    List<Example> examples =
        villagers().stream().map(m -> new Example(m[0], FILES.trainer().intentForm(m[1]))).toList();
    List<Judged> judged = Evaluation.judge(FILES.model(cache).intents(), examples);
    var report = new Report(judged, OUT_OF_SCOPE, true);

    assertThat(report.accuracy()).as("accuracy").isGreaterThanOrEqualTo(0.93);
    assertThat(report.macroF1()).as("macro-F1").isGreaterThanOrEqualTo(0.92);
    assertThat(report.wrongConfident()).as("wrong and confident").isLessThanOrEqualTo(0.03);
    assertThat(report.outOfScopeWrongConfident())
        .as("wrong and confident, out of scope")
        .isLessThanOrEqualTo(0.05);
  }

  @ParameterizedTest
  @FieldSource("APART")
  void understandsVillagersWhoWroteApartFromTheCorpus(String file) throws IOException {
    List<Example> examples =
        messages(file).stream()
            .map(m -> new Example(m[0], FILES.trainer().intentForm(m[1])))
            .toList();
    List<Judged> judged = Evaluation.judge(FILES.model(cache).intents(), examples);
    var report = new Report(judged, OUT_OF_SCOPE, true);

    assertThat(report.accuracy()).as("accuracy").isGreaterThanOrEqualTo(0.92);
    assertThat(report.macroF1()).as("macro-F1").isGreaterThanOrEqualTo(0.88);
    assertThat(report.wrongConfident()).as("wrong and confident").isLessThanOrEqualTo(0.035);
  }

  @ParameterizedTest
  @CsvSource({"id,0.9", "jv,0.8", "bjn,0.8", "mad,0.8", "plm,0.8", "su,0.7", "other,0.7"})
  void knowsTheLanguageOfShortMessages(String language, double floor) throws IOException {
    Ear ear = FILES.ears().apply(FILES.model(cache));
    List<String[]> messages =
        messages("languages").stream().filter(m -> m[0].equals(language)).toList();
    long right =
        messages.stream().filter(m -> ear.hear(m[1]).language().code().equals(language)).count();

    assertThat((double) right / messages.size()).isGreaterThanOrEqualTo(floor);
  }

  @Test
  void hearsAWishAmongTheFactsAndIsNotSurerThanItShould() throws IOException {
    Ear ear = FILES.ears().apply(FILES.model(cache));
    var wrong =
        villagers().stream()
            .filter(m -> ear.hear(m[1]).sure() && !ear.hear(m[1]).best().intent().equals(m[0]))
            .count();

    assertThat(ear.hear(ALL_AT_ONCE).sure()).isTrue();
    assertThat(ear.hear(ALL_AT_ONCE).best().intent()).isEqualTo("enroll.start");
    assertThat(wrong).isLessThanOrEqualTo(villagers().size() * 3 / 100);
  }

  @Test
  void wasNotTaughtTheMessagesItIsJudgedBy() throws IOException {
    Set<String> taught = new HashSet<>();
    FILES.corpus().forEach(line -> taught.add(line.text().toLowerCase(Locale.ROOT)));

    assertThat(villagers()).hasSizeGreaterThan(300);
    assertThat(villagers()).noneMatch(m -> taught.contains(m[1].toLowerCase(Locale.ROOT)));
    for (String file : APART) {
      assertThat(messages(file)).noneMatch(m -> taught.contains(m[1].toLowerCase(Locale.ROOT)));
    }
  }

  @Test
  void staysSmall() {
    assertThat(FILES.model(cache).bytes()).isLessThanOrEqualTo(MOST_BYTES);
  }

  /// Each an intent and a message.
  private static List<String[]> villagers() throws IOException {
    return messages("villagers");
  }

  private static List<String[]> messages(String name) throws IOException {
    try (var file = OwnCorpusTest.class.getResourceAsStream("/ear/" + name + ".tsv")) {
      if (file == null) {
        throw new IllegalStateException("no messages of " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .toList();
    }
  }
}
