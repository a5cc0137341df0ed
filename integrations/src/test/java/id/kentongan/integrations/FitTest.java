package id.kentongan.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Choice;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FitTest {
  private static final Limits LIMITS = new Limits(30, 3, 10, 8, 12, 20, new Limits.Captions(25, 0));

  private static final Bubble.Attachment PHOTO =
      new Bubble.Attachment("f", "image/png", "kartu.png");
  private static final Bubble.Attachment PAPER =
      new Bubble.Attachment("g", "application/pdf", "kartu.pdf");

  @Test
  void whatFitsStaysAsItIs() {
    var bubble = Bubble.of("Sudah benar?", choices(3, "Ya"));
    assertThat(Fit.parts(bubble, LIMITS)).containsExactly(bubble);
  }

  @Test
  void aLongTextIsCutBetweenWordsWithTheChoicesLast() {
    var bubble = Bubble.of("satu dua tiga empat lima enam tujuh delapan", choices(1, "Ya"));
    assertThat(Fit.parts(bubble, LIMITS))
        .containsExactly(
            Bubble.of("satu dua tiga empat lima enam "),
            Bubble.of("tujuh delapan", choices(1, "Ya")));
  }

  @Test
  void moreChoicesThanButtonsAreRows() {
    var bubble = Bubble.of("Pilih", choices(5, "Ya"));
    assertThat(Fit.parts(bubble, LIMITS)).containsExactly(bubble);
  }

  @Test
  void tooManyOrTooLongChoicesAreANumberedMenu() {
    assertThat(Fit.parts(Bubble.of("Pilih", choices(1, "Sangat panjang")), LIMITS))
        .containsExactly(Bubble.of("Pilih\n\n1. Sangat panjang"));
    var wide = new Limits(4096, 3, 10, 20, 24, 1024, Limits.Captions.of(0));
    assertThat(Fit.parts(Bubble.of("Pilih", choices(11, "Ya")), wide).getFirst().text())
        .endsWith("\n10. Ya\n11. Ya");
  }

  @Test
  void aCaptionThatFitsStaysWithItsPhotograph() {
    var bubble = new Bubble("x".repeat(25), List.of(), PHOTO);
    assertThat(Fit.parts(bubble, LIMITS)).containsExactly(bubble);
    var menu = new Bubble("Pilih", choices(2, "Ya"), PHOTO);
    assertThat(Fit.parts(menu, LIMITS)).containsExactly(menu);
  }

  @Test
  void whatIsNoCaptionFollowsItsFile() {
    assertThat(Fit.parts(new Bubble("x".repeat(26), List.of(), PHOTO), LIMITS))
        .containsExactly(file(PHOTO), Bubble.of("x".repeat(26)));
    assertThat(Fit.parts(new Bubble("Ini kartunya", List.of(), PAPER), LIMITS))
        .containsExactly(file(PAPER), Bubble.of("Ini kartunya"));
    assertThat(Fit.parts(new Bubble("Sudah benar semuanya?", choices(2, "Ya"), PHOTO), LIMITS))
        .containsExactly(
            file(PHOTO), Bubble.of("Sudah benar "), Bubble.of("semuanya?", choices(2, "Ya")));
    assertThat(Fit.parts(file(PAPER), LIMITS)).containsExactly(file(PAPER));
  }

  @Test
  void anyTextRejoinsAndFits() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      String text = text(random);
      int most = 2 + random.nextInt(40);
      int last = 2 + random.nextInt(most - 1);
      var pieces = Fit.split(text, most, last);
      assertThat(pieces).as("seed %d", seed).allMatch(piece -> piece.length() <= most);
      assertThat(pieces.getLast().length()).as("seed %d", seed).isLessThanOrEqualTo(last);
      assertThat(dense(String.join("", pieces))).as("seed %d", seed).isEqualTo(dense(text));
      assertThat(pieces).as("seed %d", seed).allMatch(FitTest::whole);
    }
  }

  private static boolean whole(String piece) {
    return piece.isEmpty()
        || !(Character.isHighSurrogate(piece.charAt(piece.length() - 1))
            || Character.isLowSurrogate(piece.charAt(0)));
  }

  private static String dense(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static String text(Random random) {
    var letters = List.of("a", "iuran", " ", "\n", "😀", "é", "   ");
    return random
        .ints(random.nextInt(60), 0, letters.size())
        .mapToObj(letters::get)
        .collect(Collectors.joining());
  }

  private static Bubble file(Bubble.Attachment file) {
    return new Bubble("", List.of(), file);
  }

  private static List<Choice> choices(int number, String label) {
    return IntStream.range(0, number).mapToObj(i -> new Choice("c" + i, label)).toList();
  }
}
