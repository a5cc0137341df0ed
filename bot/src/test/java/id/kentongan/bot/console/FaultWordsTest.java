package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.content.reading.Fault;
import id.kentongan.dialogs.content.reading.Phrase;
import id.kentongan.dialogs.content.reading.Should;
import id.kentongan.dialogs.content.reading.Wrong;
import id.kentongan.integrations.content.YamlContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What editors can write wrongly is told to them in Indonesian.
class FaultWordsTest {
  private static final Path CONFIG = Path.of("../config");
  private static final Words WORDS = YamlContent.load(CONFIG).content().words();
  private static final FaultWords TOLD = new FaultWords(() -> WORDS);

  /// English words that no Indonesian sentence has.
  private static final String ENGLISH =
      "(?s).*\\b(is|has|the|not|at least|at most|each|one|those|without|e\\.g\\.|allowed)\\b.*";

  private static final String FRAUD = "answers/ask.fraud.yaml";
  private static final String TARIFF = "tariffs/2026.yaml";
  private static final String BUTTONS = "words/id/choices.yaml";
  private static final String MEND = "sponsor.mend: Betulkan dulu";

  /// In that file the one becomes the other, and is told by those words.
  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(FRAUD, "intent: ask.fraud", "intent: ask.fraudd", "maksud \"ask.fraudd\""),
        arguments(FRAUD, "intent: ask.fraud", "intent: [a]", "berisi daftar"),
        arguments(FRAUD, "source:", "sumber:", "tidak dikenal di sini"),
        arguments(FRAUD, "source:", "sumber:", "belum diisi"),
        arguments(FRAUD, "from: 2026-01-01", "from: besok", "misalnya 2026-04-01"),
        arguments(FRAUD, "[human, ask.payment]", "[human, ask.jkk, ask.jkm]", "paling banyak 2"),
        arguments(FRAUD, "  - ada yang minta otp", "x:\n  - a", "paling sedikit 5"),
        arguments(FRAUD, "intent: ask.fraud", "intent: 'ask", "susunannya keliru di baris"),
        arguments(FRAUD, "intent: ask.fraud", "intent: a\nintent: b", "tertulis dua kali"),
        arguments(FRAUD, "Hati-hati ya", "Hati-hati {lalu}", "nama angka yang dikenal"),
        arguments(TARIFF, "share: 0.5", "share: 5", "bagian dari 0 sampai 1"),
        arguments(TARIFF, "jkm: 6800", "jkm: enam ribu", "rupiah bulat tanpa titik"),
        arguments(TARIFF, "jkm: 6800", "jkm: 6900", "hitungan yang sesuai"),
        arguments(BUTTONS, MEND, MEND + " semuanya ya", "paling panjang 20 huruf di tombol"),
        arguments(BUTTONS, MEND, "sponsor.mend: ''", "masih kosong"),
        arguments(BUTTONS, MEND, "sponsor.mend: 'a {b'", "tidak berpasangan"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsToldInIndonesian(String file, String before, String after, String told)
      throws IOException {
    List<FaultWords.Told> all = faults(file, text -> text.replace(before, after));
    assertThat(all).anySatisfy(one -> assertThat(one.wrong() + one.should()).contains(told));
    assertThat(all).allSatisfy(FaultWordsTest::indonesian);
  }

  @Test
  void allThatAMangledFileGivesIsToldInIndonesian() throws IOException {
    String path = "answers/ask.contribution.2026.yaml";
    String[] lines = Files.readString(CONFIG.resolve(path)).split("\n");
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      assertThat(faults(path, text -> text.replace(line + "\n", "")))
          .allSatisfy(FaultWordsTest::indonesian);
    }
  }

  static Stream<Phrase> phrases() {
    return Stream.concat(Stream.of(Wrong.values()), Stream.of(Should.values()));
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void everyPhraseHasItsIndonesianWords(Phrase phrase) {
    Phrase.Said said = phrase.of("satu", "dua");
    var fault = new Fault("x", "y", said, said);
    assertThat(TOLD.of(fault).wrong()).isNotEmpty().doesNotContain("{").doesNotMatch(ENGLISH);
  }

  private static void indonesian(FaultWords.Told told) {
    assertThat(told.wrong()).isNotEmpty().doesNotMatch(ENGLISH);
    assertThat(told.should()).doesNotMatch(ENGLISH);
  }

  private static List<FaultWords.Told> faults(String file, UnaryOperator<String> change)
      throws IOException {
    String text = change.apply(Files.readString(CONFIG.resolve(file)));
    List<Fault> faults = YamlContent.load(CONFIG, Map.of(file, text)).faults();
    return faults.stream().map(TOLD::of).toList();
  }
}
