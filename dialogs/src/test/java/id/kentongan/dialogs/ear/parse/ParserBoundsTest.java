package id.kentongan.dialogs.ear.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import id.kentongan.dialogs.content.Places;
import id.kentongan.dialogs.content.TestContent;
import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.values.Place;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every parser takes any text, and its time stays bounded by the text's length.
class ParserBoundsTest {
  private static final long SEED = 20261121;
  private static final int ROUNDS = 3000;
  private static final String[] PIECES = {
    "1",
    "17",
    "85",
    "1985",
    "3510172908850003",
    "0812",
    "o",
    "O",
    "l",
    ".",
    ",",
    "-",
    "/",
    "+",
    "(",
    ")",
    " ",
    "\n",
    "jt",
    "rb",
    "juta",
    "setengah",
    "se",
    "ribu",
    "ratus",
    "puluh",
    "belas",
    "sehari",
    "per",
    "bulan",
    "tahun",
    "minggu",
    "lalu",
    "malam",
    "jumat",
    "kliwon",
    "agustus",
    "tgl",
    "nama",
    "saya",
    "suami",
    "istri",
    "ku",
    "nya",
    "meninggal",
    "ya",
    "tidak",
    "👍",
    "é",
    "\u0000",
    "\uD83D",
    "\uFFFF",
    "０",
    "٣",
    "jkk",
    "jht",
    "tanpa",
    "kk",
    "nik",
    "'",
    "\"",
    "?"
  };
  private static final Kind.Known KNOWN =
      new Kind.Known(LocalDate.of(2026, 11, 21), TestContent.load().parsers(), new Nowhere());

  @ParameterizedTest
  @EnumSource(Kind.class)
  void anyTextGetsOneLine(Kind kind) {
    var random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      String text = text(random, 1 + random.nextInt(12));
      assertThatCode(() -> assertThat(kind.parse(text, KNOWN).line()).doesNotContain("\n"))
          .as("seed %d, round %d: %s", SEED, round, text)
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1 ",
        "1.",
        "1,",
        "0",
        "o",
        "a",
        "a ",
        " ",
        "jt",
        "1jt",
        "satu ",
        "satu",
        "setengah ",
        "nama ",
        "nik ",
        "kk 1",
        "+",
        "((",
        "saya ",
        "suami ",
        "malam ",
        "17 agustus ",
        "minggu ",
        "- ",
        "👍",
        "'",
        "1-",
        "aaa",
        "puluh",
        "sasa",
        "3510 "
      })
  @Timeout(60)
  void fourThousandCharactersTakeLittleTime(String piece) {
    String text = piece.repeat(4000 / piece.length() + 1);
    for (Kind kind : Kind.values()) {
      kind.parse(text, KNOWN);
    }
  }

  @Test
  @Timeout(60)
  void longTextsAreReadToTheirBound() {
    String text = "x ".repeat(500_000) + "3510172908850003";
    for (Kind kind : Kind.values()) {
      assertThat(kind.parse(text, KNOWN).line()).isNotEmpty();
    }
  }

  private static String text(Random random, int pieces) {
    var text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static final class Nowhere implements Places {
    @Override
    public Parsed<Place> find(String text) {
      return new Parsed.Invalid<>("place.unknown", "");
    }

    @Override
    public Optional<Place> byCode(String code) {
      return Optional.empty();
    }

    @Override
    public boolean knowsDistrict(String code) {
      return false;
    }
  }
}
