package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Spelling;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The names of months, weekdays and market days as people write them.
public final class Months {
  static final Map<String, Integer> NAMES =
      WordTable.of(
          Map.ofEntries(
              Map.entry(1, "januari jan january januwari"),
              Map.entry(2, "februari pebruari feb peb february febuari pebuari"),
              Map.entry(3, "maret mar march mrt maret"),
              Map.entry(4, "april apr apil"),
              Map.entry(5, "mei may mey"),
              Map.entry(6, "juni jun june"),
              Map.entry(7, "juli jul july"),
              Map.entry(8, "agustus agt ags agu agus agst agustu august aug agustusan"),
              Map.entry(9, "september sep sept septembr spt"),
              Map.entry(10, "oktober okt october oct oktobr"),
              Map.entry(11, "november nov nopember nop novembr"),
              Map.entry(12, "desember des december dec disember dsmbr")));

  static final Map<String, DayOfWeek> WEEKDAYS =
      WordTable.of(
          Map.of(
              DayOfWeek.MONDAY, "senin senen snn sinin",
              DayOfWeek.TUESDAY, "selasa slasa sls salasa seloso",
              DayOfWeek.WEDNESDAY, "rabu rebo rebu rbo arba",
              DayOfWeek.THURSDAY, "kamis kemis kms kammis",
              DayOfWeek.FRIDAY, "jumat jumuah jemuah jmt jumah jumaat jumat",
              DayOfWeek.SATURDAY, "sabtu setu saptu sebtu sbt sattu saptu",
              DayOfWeek.SUNDAY, "minggu ahad ahat akad mgg minggo"));

  /// The Javanese market week of five days, in its order.
  static final Map<String, Integer> MARKET_DAYS =
      WordTable.of(
          Map.of(0, "legi manis", 1, "pahing paing", 2, "pon", 3, "wage", 4, "kliwon kliwonan"));

  private static final List<String> FULL =
      List.of(
          "januari",
          "februari",
          "pebruari",
          "maret",
          "april",
          "agustus",
          "september",
          "oktober",
          "november",
          "nopember",
          "desember");

  private Months() {}

  /// The month a word names, perhaps with a typing error or without its vowels (`agusutus`,
  /// `dsember`, `oktbr`).
  public static Optional<Integer> named(String word) {
    Integer exact = NAMES.get(word);
    if (exact != null || word.length() < 5 || word.length() > 12) {
      return Optional.ofNullable(exact);
    }
    return FULL.stream()
        .filter(full -> full.charAt(0) == word.charAt(0))
        .filter(full -> Spelling.near(word, full) || bare(word).equals(bare(full)))
        .findFirst()
        .map(NAMES::get);
  }

  private static String bare(String word) {
    return word.replaceAll("[aeiou]", "");
  }
}
