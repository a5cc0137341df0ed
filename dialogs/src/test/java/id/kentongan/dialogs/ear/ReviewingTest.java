package id.kentongan.dialogs.ear;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.ear.Understood.Certainty;
import id.kentongan.dialogs.ear.Understood.Guess;
import id.kentongan.dialogs.values.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewingTest {
  private static final Set<String> WORDS =
      Set.of(
          "berapa iuran petani bayar di mana caranya saya mau tanya kapan cair sudah batal dong"
              .split(" "));

  /// What this ear hears; all else is no wish.
  private static final Map<String, Guess> HEARD =
      Map.of(
          "berapa iuran petani", new Guess("ask.contribution", 0.97),
          "iuran petani bayar di mana", new Guess("ask.payment", 0.96),
          "kapan cair", new Guess("ask.claim.time", 0.55),
          "batal dong", new Guess("cancel", 0.99),
          "iya sudah", new Guess("affirm", 0.99),
          "iuran petani berapa", new Guess("ask.contribution", 0.98));

  private final Reviewing reviewing =
      new Reviewing(ReviewingTest::hear, new Redactor(WORDS, WordLists.NONE, _ -> false));

  @ParameterizedTest
  @CsvSource({
    "kapan cair, [do.status.claim], chose status.claim",
    "berapa iuran petani, bukan itu, corrected",
    "berapa iuran petani, iuran petani bayar di mana, rephrased ask.payment",
    "berapa iuran petani, batal dong, left",
  })
  void keepsWhatTheNextActShowsWasMisheard(String said, String next, String why) {
    Optional<Reviewing.Kept> kept = reviewing.hindsight(said, next);

    assertThat(kept).map(Reviewing.Kept::why).contains(why);
    assertThat(kept).map(Reviewing.Kept::text).contains(said);
    assertThat(kept).map(Reviewing.Kept::intent).contains(hear(said).best().intent());
  }

  @ParameterizedTest
  @CsvSource({
    "berapa iuran petani, [do.enroll.start]",
    "berapa iuran petani, iuran petani berapa",
    "berapa iuran petani, kapan cair",
    "berapa iuran petani, iya sudah",
    "iya sudah, batal dong",
    "kapan cair, batal dong",
    "kapan cair, [menu]",
  })
  void keepsNothingOfATalkThatSimplyGoesOn(String said, String next) {
    assertThat(reviewing.hindsight(said, next)).isEmpty();
  }

  @Test
  void keepsWhatIsOutsideHoweverSure() {
    assertThat(reviewing.outside("mau tanya bayar dong").map(Reviewing.Kept::why))
        .contains("outside");
    assertThat(reviewing.doubtful("mau tanya bayar dong", 0.99)).isEmpty();
  }

  @Test
  void readsNoLongLetters() {
    assertThat(reviewing.hindsight("bayar ".repeat(400), "bukan itu")).isEmpty();
  }

  private static Understood hear(String text) {
    Guess guess = HEARD.getOrDefault(text, new Guess(EarTrainer.OUT_OF_SCOPE, 0.9));
    return new Understood(
        text,
        text,
        Language.INDONESIAN,
        List.of(guess),
        guess.confidence() > 0.8 ? Certainty.SURE : Certainty.BETWEEN);
  }
}
