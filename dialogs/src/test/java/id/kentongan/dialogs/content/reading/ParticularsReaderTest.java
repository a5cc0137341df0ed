package id.kentongan.dialogs.content.reading;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.Particulars;
import id.kentongan.dialogs.content.Particulars.Question;
import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.values.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParticularsReaderTest {
  private static final Set<String> INTENTS = Set.of("ask.jht", "ask.office", "human");

  private final Faults faults = new Faults();

  @Test
  void readsQuestionsInTheOrderOfTheFile() {
    Map<String, String> texts = sound();
    texts.put("particular.abroad.next", "ask.office, human");

    Particulars read = read(texts);

    assertThat(faults.all()).isEmpty();
    assertThat(read.particular())
        .containsExactly(
            new Question("particular.nik", Set.of(), List.of("human")),
            new Question("particular.abroad", Set.of(), List.of("ask.office", "human")));
    assertThat(read.further())
        .containsExactly(new Question("further.yield", Set.of("ask.jht"), List.of("ask.office")));
  }

  @Test
  void tellsWhatAQuestionLacks() {
    Map<String, String> texts = sound();
    texts.remove("particular.nik.answer");
    texts.remove("further.yield.after");

    read(texts);

    assertThat(faults.all())
        .extracting(Fault::key)
        .containsExactly("particular.nik.answer", "further.yield.after");
  }

  @Test
  void tellsWhatIsNoIntentAndWhatIsTooMuch() {
    Map<String, String> texts = sound();
    texts.put("particular.nik.next", "ask.nothing");
    texts.put("particular.abroad.next", "ask.jht, ask.office, human");

    read(texts);

    assertThat(faults.all())
        .extracting(Fault::key)
        .containsExactly("particular.nik.next", "particular.abroad.next");
  }

  private Particulars read(Map<String, String> texts) {
    return ParticularsReader.read(new Words(Map.of(Language.INDONESIAN, texts)), INTENTS, faults);
  }

  private static Map<String, String> sound() {
    var texts = new LinkedHashMap<String, String>();
    for (String question : List.of("particular.nik", "particular.abroad")) {
      for (String part : List.of("who", "what", "why", "not")) {
        texts.put(question + '.' + part + "-words", "x");
      }
      texts.put(question + ".answer", "Begini.");
      texts.put(question + ".next", "human");
    }
    texts.put("particular-words", "no question");
    texts.put("further.other-words", "x");
    texts.put("further.yield.words", "hasilnya");
    texts.put("further.yield.after", "ask.jht");
    texts.put("further.yield.answer", "Begitu.");
    texts.put("further.yield.next", "ask.office");
    return texts;
  }
}
