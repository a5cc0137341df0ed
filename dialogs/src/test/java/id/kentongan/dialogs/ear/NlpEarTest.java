package id.kentongan.dialogs.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.dialogs.ear.Understood.Certainty;
import id.kentongan.dialogs.ear.model.MessageFeatures;
import id.kentongan.dialogs.values.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NlpEarTest {
  private static final Normaliser NORMALISER =
      new Normaliser(Map.of("brp", "berapa"), WordLists.NONE);
  private static final Expressions EXPRESSIONS =
      new Expressions(Map.of("contribution", List.of("iuran*"), "enrol", List.of("mau daftar")));
  private static final EarTrainer TRAINER = new EarTrainer(NORMALISER, EXPRESSIONS);
  private static final List<Labelled> CORPUS = corpus();
  private static final EarModel MODEL = TRAINER.train(CORPUS);

  @Test
  void understandsWordsItWasNotTaught() {
    Understood understood =
        new NlpEar(NORMALISER, EXPRESSIONS, MODEL).hear("brp sih iuran perbulannya?");

    assertThat(understood.best().intent()).isEqualTo("ask.contribution");
    assertThat(understood.normal()).isEqualTo("berapa sih iuran perbulannya");
    assertThat(understood.language()).isEqualTo(Language.INDONESIAN);
  }

  @Test
  void tellsJavaneseByItsWords() {
    assertThat(
            new NlpEar(NORMALISER, EXPRESSIONS, MODEL).hear("piye carane mbayar iurane").language())
        .isEqualTo(Language.JAVANESE);
  }

  @Test
  void isNotSureOfNonsense() {
    Understood understood = new NlpEar(NORMALISER, EXPRESSIONS, MODEL).hear("zxcv qwrt");

    assertThat(
            understood.certainty() == Certainty.SURE
                && !understood.best().intent().equals(EarTrainer.OUT_OF_SCOPE))
        .isFalse();
  }

  @Test
  void hearsNothingInSilence() {
    Understood understood = new NlpEar(NORMALISER, EXPRESSIONS, MODEL).hear(" \n ");

    assertThat(understood.certainty()).isEqualTo(Certainty.UNSURE);
    assertThat(understood.best().intent()).isEqualTo(EarTrainer.OUT_OF_SCOPE);
  }

  @Test
  void learnsTheSameFromLinesInAnyOrder() {
    var shuffled = new ArrayList<>(CORPUS);
    Collections.shuffle(shuffled, new Random(7));

    assertThat(TRAINER.train(shuffled).write()).isEqualTo(MODEL.write());
  }

  @Test
  void guessesTheSameAfterItsBytesWereRead() {
    EarModel read = EarModel.read(MODEL.write());

    for (Labelled line : CORPUS) {
      assertThat(new NlpEar(NORMALISER, EXPRESSIONS, read).hear(line.text()))
          .isEqualTo(new NlpEar(NORMALISER, EXPRESSIONS, MODEL).hear(line.text()));
    }
  }

  @Test
  void refusesBytesThatAreNoModel() {
    byte[] whole = MODEL.write();

    assertThatThrownBy(() -> EarModel.read(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EarModel.read(Arrays.copyOf(whole, whole.length / 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void givesOpenNlpTheSameScoresByFeatureNames() {
    String normal = "berapa iuran sebulan";
    var model = MODEL.intents().model();
    String[] names =
        new MessageFeatures().extractFeatures(normal.split(" "), Map.of()).toArray(String[]::new);

    double[] byName = model.eval(names);

    float[] byHash = model.scores(normal).probabilities();
    assertThat(names).contains("w=iuran", "p=berapa iuran", "p=sebulan $");
    for (int c = 0; c < byName.length; c++) {
      assertThat(byName[c]).isEqualTo(byHash[c]);
    }
  }

  private static List<Labelled> corpus() {
    var lines = new ArrayList<Labelled>();
    String[] openings = {"", "pak ", "bu ", "min ", "permisi ", "halo ", "maaf ", "tanya "};
    for (String opening : openings) {
      lines.add(new Labelled("id", "ask.contribution", opening + "berapa iuran sebulan"));
      lines.add(new Labelled("id", "ask.contribution", opening + "iurannya berapa ya"));
      lines.add(new Labelled("id", "enroll.start", opening + "saya mau daftar"));
      lines.add(new Labelled("id", "enroll.start", opening + "cara daftar bagaimana"));
      lines.add(new Labelled("id", "out_of_scope", opening + "cuaca besok hujan tidak"));
      lines.add(new Labelled("id", "out_of_scope", opening + "harga beras naik terus"));
      lines.add(new Labelled("jv", "ask.contribution", opening + "pira mbayare sewulan"));
      lines.add(new Labelled("jv", "enroll.start", opening + "piye carane ndaftar"));
    }
    return lines;
  }
}
