package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A day told from today: `kemarin`, `tadi malam`, `seminggu yang lalu`, `telung dina kepungkur`.
record RelativeDay(List<Token> tokens, String spaced, LocalDate today) {
  /// `malam jumat` is the evening before Friday.
  static final Set<String> EVE = WordTable.words("malam, malem, mlm, bengi, malah, dalu");

  static final Set<String> LONG_SPANS =
      WordTable.words("bulan, bln, tahun, thn, sebulan, setahun, wulan, taun, sasi");

  /// Phrases by the days they lie back, the farthest first.
  private static final List<Map.Entry<Integer, Set<String>>> PHRASES =
      List.of(
          Map.entry(
              2,
              WordTable.words(
                  "kemarin lusa, kemarin dulu, kemaren dulu, kemaren lusa, kmrn lusa, kmrn dulu, "
                      + "lusa kemarin, wingi ingi, wingi kae, wingenane, wingi wingenane")),
          Map.entry(
              1,
              WordTable.words(
                  "tadi malam, td malam, tadi malem, td malem, td mlm, tadi mlm, malam tadi, "
                      + "malem tadi, mlm tadi, malam kemarin, mau bengi, mambengi, mbengi, "
                      + "bengi mau, wau dalu, dalu wau, semalam, semalem, smalam, samalam, "
                      + "kemarin, kemaren, kmrn, kmren, kmarin, kmaren, kemrin, kemarn, kemaring, "
                      + "kemarennya, kemarinnya, wingi, kala wingi, kalawingi, ndek wingi, barik, "
                      + "bari, kabari, kabarik, kamari")),
          Map.entry(
              0,
              WordTable.words(
                  "tadi, td, barusan, baru saja, baru aja, baru be, baru bae, baru nian, "
                      + "mau esuk, mau isuk, mau awan, mau sore, esuk mau, isuk mau, awan mau, "
                      + "sore mau, wau enjing, wau siyang, wau siang, wau sonten, nembe, "
                      + "hanyar, hanyar haja, gellek, gella, hari ini, hr ini, dina iki, dino iki, "
                      + "sakmenika, saiki, lagek, lagi wae, malam ini, malem ini, pagi ini, "
                      + "siang ini, sore ini, subuh ini, are reya, sateya")));
  private static final Set<String> TOMORROW =
      WordTable.words("besok, bsk, besuk, sesuk, isuk, lusa, jukok");
  private static final Set<String> DAYS =
      WordTable.words("hari, hr, dina, dino, dinten, hri, ari, are");
  private static final Set<String> WEEKS = WordTable.words("minggu, mgg, pekan, mggu");

  private static final Set<String> NOW = WordTable.words("ini, iki, niki");
  private static final Set<String> PAST =
      WordTable.words("yang, yg, lalu, nang, kepungkur, kapungkur, sing, lewat, kemarin");

  Optional<Parsed<LocalDate>> read() {
    Optional<Parsed<LocalDate>> counted = counted().or(this::lastWeek);
    boolean longAgo =
        Phrases.anyWord(tokens, LONG_SPANS)
            || tokens.stream().anyMatch(t -> Months.named(t.text()).isPresent());
    return counted.isPresent() || longAgo ? counted : phrase().or(this::tomorrow);
  }

  /// `3 hari lalu`, `dua minggu yang lalu`, `seminggu lalu`.
  private Optional<Parsed<LocalDate>> counted() {
    if (Phrases.has(spaced, "seminggu") || Phrases.has(spaced, "sepekan")) {
      return Optional.of(new Parsed.Value<>(today.minusWeeks(1)));
    }
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      Optional<NumberWords.Read> read =
          token.number() && token.text().length() <= 3
              ? Optional.of(new NumberWords.Read(token.value(), i + 1))
              : NumberWords.read(tokens, i);
      if (read.isPresent() && read.get().end() < tokens.size() && read.get().value() < 1000) {
        int days = days(read.get().end());
        if (days > 0) {
          return Optional.of(new Parsed.Value<>(today.minusDays(days * read.get().value())));
        }
      }
    }
    return Optional.empty();
  }

  /// How many days the unit at a place has; of nights only such as are told to be past.
  private int days(int at) {
    String unit = tokens.get(at).text();
    String next = at + 1 < tokens.size() ? tokens.get(at + 1).text() : "";
    boolean day = DAYS.contains(unit) && !NOW.contains(next);
    boolean night = EVE.contains(unit) && PAST.contains(next);
    return day || night ? 1 : WEEKS.contains(unit) ? 7 : 0;
  }

  /// `minggu lalu`: a week ago, or last Sunday.
  private Optional<Parsed<LocalDate>> lastWeek() {
    boolean told =
        List.of(
                "minggu lalu",
                "minggu kemarin",
                "minggu yang lalu",
                "minggu wingi",
                "minggu kepungkur")
            .stream()
            .anyMatch(p -> Phrases.has(spaced, p));
    if (!told) {
      return Optional.empty();
    }
    LocalDate sunday = today.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
    List<LocalDate> readings = List.of(today.minusWeeks(1), sunday).stream().distinct().toList();
    return Optional.of(Phrases.oneOrMore(readings));
  }

  private Optional<Parsed<LocalDate>> phrase() {
    return PHRASES.stream()
        .filter(p -> Phrases.any(spaced, p.getValue()))
        .findFirst()
        .map(p -> new Parsed.Value<>(today.minusDays(p.getKey())));
  }

  private Optional<Parsed<LocalDate>> tomorrow() {
    return Phrases.anyWord(tokens, TOMORROW)
        ? Optional.of(new Parsed.Invalid<>("date.future", ""))
        : Optional.empty();
  }
}
