package id.kentongan.dialogs.content;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.values.Language;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The repository's own answers: told every day over the discount's ends, short, kind and plain.
class OwnAnswersTest {
  private static final Content CONTENT = TestContent.load();
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 20);
  private static final LocalDate LAST = LocalDate.of(2027, 12, 31);
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?](\\s|$)");
  private static final Pattern EMOJI = Pattern.compile("\\p{IsEmoji_Presentation}");

  static Stream<AnswerFile> answers() {
    return CONTENT.answers().byIntent().values().stream().flatMap(List::stream);
  }

  @Test
  void holdOnEveryDay() {
    for (String intent : CONTENT.answers().byIntent().keySet()) {
      FIRST
          .datesUntil(LAST.plusDays(1))
          .forEach(
              day -> assertThat(CONTENT.answers().on(intent, day)).as(intent + day).isPresent());
    }
  }

  @ParameterizedTest
  @MethodSource("answers")
  void areShortAndPlain(AnswerFile answer) {
    for (String text : answer.texts().brief().values()) {
      assertThat(SENTENCE_END.matcher(text).results().count()).as(text).isLessThanOrEqualTo(2);
      assertThat(text.length()).isLessThan(answer.text(Language.INDONESIAN).length());
    }
    for (String text : answer.texts().whole().values()) {
      String prose =
          text.lines().filter(l -> !l.matches("(-|[0-9]\\.) .*")).reduce("", String::concat);
      assertThat(SENTENCE_END.matcher(prose).results().count()).as(text).isLessThanOrEqualTo(3);
      assertThat(text.length()).isLessThanOrEqualTo(520);
      assertThat(EMOJI.matcher(text).find()).isFalse();
    }
  }

  @Test
  void haveExamplesOfOneIntentOnly() {
    var seen = new HashSet<String>();
    CONTENT
        .answers()
        .byIntent()
        .forEach(
            (intent, answers) -> {
              for (String example : new HashSet<>(answers.getFirst().examples())) {
                assertThat(seen.add(example)).as(intent + ": " + example).isTrue();
              }
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-20 | pedagang, dan lainnya: Rp 8.400 sebulan sampai Desember 2026",
        "2026-12-31 | lalu Rp 16.800 mulai Januari 2027",
        "2027-01-01 | pedagang, dan lainnya: Rp 16.800 sebulan",
        "2027-03-31 | kurir: Rp 8.400 sebulan sampai Maret 2027, lalu Rp 16.800 mulai April 2027",
        "2027-04-01 | iuran JKK dan JKM Rp 16.800 sebulan",
      })
  void tellThePriceOfTheDay(LocalDate day, String said) {
    AnswerFile answer = CONTENT.answers().on("ask.contribution", day).orElseThrow();
    String text =
        Placeholders.fill(
            answer.text(Language.INDONESIAN),
            CONTENT.tariffs(),
            CONTENT.rules(),
            YearMonth.from(day));
    assertThat(text).contains(said);
  }
}
