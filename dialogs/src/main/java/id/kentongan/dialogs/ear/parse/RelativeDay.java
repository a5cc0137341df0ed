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
  static final Set<String> EVE = WordTable.words("malam, malem, mlm, bengi, malah");

  static final Set<String> LONG_SPANS =
      WordTable.words("bulan, bln, tahun, thn, sebulan, setahun, wulan, taun, sasi");

  private static final List<Map.Entry<String, Integer>> PHRASES =
      List.of(
          Map.entry("kemarin lusa", 2),
          Map.entry("kemarin dulu", 2),
          Map.entry("kemaren dulu", 2),
          Map.entry("kemaren lusa", 2),
          Map.entry("kmrn lusa", 2),
          Map.entry("kmrn dulu", 2),
          Map.entry("wingi ingi", 2),
          Map.entry("wingi kae", 2),
          Map.entry("wingenane", 2),
          Map.entry("tadi malam", 1),
          Map.entry("td malam", 1),
          Map.entry("tadi malem", 1),
          Map.entry("td mlm", 1),
          Map.entry("tadi mlm", 1),
          Map.entry("malam tadi", 1),
          Map.entry("malam kemarin", 1),
          Map.entry("mau bengi", 1),
          Map.entry("mambengi", 1),
          Map.entry("mbengi", 1),
          Map.entry("wau dalu", 1),
          Map.entry("semalam", 1),
          Map.entry("semalem", 1),
          Map.entry("samalam", 1),
          Map.entry("kemarin", 1),
          Map.entry("kemaren", 1),
          Map.entry("kmrn", 1),
          Map.entry("kmren", 1),
          Map.entry("wingi", 1),
          Map.entry("kala wingi", 1),
          Map.entry("kalawingi", 1),
          Map.entry("barik", 1),
          Map.entry("bari", 1),
          Map.entry("tadi", 0),
          Map.entry("td", 0),
          Map.entry("barusan", 0),
          Map.entry("baru saja", 0),
          Map.entry("baru aja", 0),
          Map.entry("mau esuk", 0),
          Map.entry("mau isuk", 0),
          Map.entry("wau enjing", 0),
          Map.entry("gellek", 0),
          Map.entry("hari ini", 0),
          Map.entry("hr ini", 0),
          Map.entry("dina iki", 0),
          Map.entry("dino iki", 0),
          Map.entry("sakmenika", 0),
          Map.entry("saiki", 0),
          Map.entry("lagek", 0),
          Map.entry("tumbenan", 0));
  private static final Set<String> TOMORROW =
      WordTable.words("besok, bsk, besuk, sesuk, isuk, lusa, jukok");
  private static final Set<String> DAYS =
      WordTable.words("hari, hr, dina, dino, dinten, hri, ari, are");
  private static final Set<String> WEEKS = WordTable.words("minggu, mgg, pekan, mggu");

  Optional<Parsed<LocalDate>> read() {
    return counted().or(this::lastWeek).or(this::phrase).or(this::tomorrow);
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
        String unit = tokens.get(read.get().end()).text();
        int days = DAYS.contains(unit) ? 1 : WEEKS.contains(unit) ? 7 : 0;
        if (days > 0) {
          return Optional.of(new Parsed.Value<>(today.minusDays(days * read.get().value())));
        }
      }
    }
    return Optional.empty();
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
        .filter(p -> Phrases.has(spaced, p.getKey()))
        .findFirst()
        .map(p -> new Parsed.Value<>(today.minusDays(p.getValue())));
  }

  private Optional<Parsed<LocalDate>> tomorrow() {
    return Phrases.anyWord(tokens, TOMORROW)
        ? Optional.of(new Parsed.Invalid<>("date.future", ""))
        : Optional.empty();
  }
}
