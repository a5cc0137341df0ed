package id.kentongan.dialogs.mind;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.values.Language;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every transcript in every language that has words: what is said and offered fits the strictest
/// channel (WhatsApp: buttons of 20 characters, lists of ten rows), and no placeholder is left.
class EveryLanguageTest {
  private static final Content CONTENT = TestContent.load();

  static Set<Language> languages() {
    return CONTENT.words().byLanguage().keySet();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void fits(Language language) throws IOException {
    Walk.transcripts(language)
        .forEach((as, bubbles) -> bubbles.forEach(bubble -> fits(as, bubble)));
  }

  private static void fits(String name, Bubble bubble) {
    assertThat(bubble.text()).as(name).isNotBlank().doesNotContain("{", "}");
    assertThat(bubble.choices()).as(name).hasSizeLessThanOrEqualTo(10);
    assertThat(bubble.choices().stream().map(Choice::label).toList())
        .as(name)
        .doesNotHaveDuplicates()
        .allSatisfy(label -> assertThat(label).isNotBlank().hasSizeLessThanOrEqualTo(20));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void saysThatItIsSpoken(Language language) {
    assertThat(CONTENT.words().byLanguage().getOrDefault(language, Map.of()))
        .containsKeys("language.chosen", "language.taken");
    assertThat(CONTENT.words().has("language.names." + language.code())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "id, ya, tidak",
    "jv, nggih, mboten",
    "jv, taksih, dereng",
    "jv, leres sedaya, klentu",
    "bjn, inggih, kada",
    "bjn, bujur, tasalah",
    "plm, iyo, idak",
    "mad, enggi, enten",
    "id, nggih, mboten",
    "jv, inggih, kada",
    "bjn, enggi, enten"
  })
  void hearsYesAndNo(String language, String yes, String no) {
    assertThat(afterSummary(language, yes)).isEqualTo("enroll.submitting");
    assertThat(afterSummary(language, no)).isEqualTo("enroll.field");
  }

  private static String afterSummary(String language, String answer) {
    var transcript = new Transcript(CONTENT, new KeywordEar());
    String played =
        transcript.play(
            List.of(
                "> [do.language.change]",
                "> [language." + language + "]",
                "> mau daftar, saya petani penghasilan sejuta, 2 program, 3 bulan",
                "> [consent.yes]",
                "> Slamet Riyadi",
                "> 3510171708850003",
                "> [working.yes]",
                "> tegaldlimo",
                "> " + answer));
    return played.strip().substring(played.strip().lastIndexOf('@') + 2);
  }
}
