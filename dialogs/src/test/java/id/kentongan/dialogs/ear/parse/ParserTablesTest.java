package id.kentongan.dialogs.ear.parse;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.TestContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each kind's table, `parse/<kind>.tsv`: what people type, and the line printed for it. A `\n` in
/// the first column is a line break. Today is Saturday, 21 November 2026.
class ParserTablesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final Content CONTENT = TestContent.load();

  @TestFactory
  Stream<DynamicTest> tables() {
    return Stream.of(Kind.values()).flatMap(this::table);
  }

  private Stream<DynamicTest> table(Kind kind) {
    String name = kind.name().toLowerCase(java.util.Locale.ROOT);
    String lines = resource("/parse/" + name + ".tsv");
    var known = new Kind.Known(TODAY, CONTENT.parsers(), CONTENT.places());
    return lines
        .lines()
        .filter(l -> !l.isBlank() && !l.startsWith("#"))
        .map(l -> l.split("\t", 2))
        .map(
            c ->
                DynamicTest.dynamicTest(
                    name + ": " + c[0],
                    () ->
                        assertThat(kind.parse(c[0].replace("\\n", "\n"), known).line())
                            .isEqualTo(c[1])));
  }

  private static String resource(String path) {
    try (var in = ParserTablesTest.class.getResourceAsStream(path)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
