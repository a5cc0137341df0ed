package id.kentongan.dialogs.content.reading;

import id.kentongan.dialogs.content.Offices;
import id.kentongan.dialogs.content.Offices.Criterion;
import id.kentongan.dialogs.content.Offices.Hours;
import id.kentongan.dialogs.content.Offices.KnownBy;
import id.kentongan.dialogs.values.WorkerCategory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Reads `offices.yaml`: the branch, its hours by weekday (`monday: 08:00-15:00`), its holidays,
/// within how many office hours a person answers, how claims are taken in, and the checklist of a
/// Desa Sadar.
final class OfficesReader {
  private static final int MOST_DAYS = 60;

  private OfficesReader() {}

  static Offices read(ContentSource source, Faults faults) {
    Node file =
        source
            .one("offices.yaml", faults)
            .only("branch", "answered-within-hours", "hours", "holidays", "claims", "desa-sadar");
    return new Offices(
        file.at("branch").text(),
        hours(file.at("hours")),
        holidays(file.at("holidays")),
        file.at("answered-within-hours")
            .as(OfficesReader::within, Duration.ofHours(4), Should.ANSWERED_WITHIN.of()),
        claims(file.at("claims")),
        file.at("desa-sadar").items().stream().map(OfficesReader::criterion).toList());
  }

  private static Criterion criterion(Node node) {
    node.only("text", "known-by", "sample", "source");
    node.at("source").text();
    return new Criterion(
        node.at("text").text(),
        node.at("known-by").one(knownBy(), new KnownBy.Shown()),
        node.maybe("sample")
            .map(n -> n.one(Map.of("true", true, "false", false), true))
            .orElse(false));
  }

  private static Map<String, KnownBy> knownBy() {
    var known = new TreeMap<String, KnownBy>();
    known.put("target", new KnownBy.Target());
    known.put("village", new KnownBy.Shown());
    for (WorkerCategory category : WorkerCategory.values()) {
      known.put(category.key(), new KnownBy.Members(category));
    }
    return known;
  }

  private static Offices.Claims claims(Node node) {
    node.only(
        "visit-minutes", "visits-at-once", "from-days", "until-days", "promised-working-days");
    int from = node.at("from-days").integer(1);
    int until = node.at("until-days").integer(1);
    if (until < from || until > MOST_DAYS) {
      node.at("until-days").fault(Wrong.NUMBER.of(until), Should.BETWEEN.of(from, MOST_DAYS));
    }
    return new Offices.Claims(
        Duration.ofMinutes(node.at("visit-minutes").integer(5)),
        node.at("visits-at-once").integer(1),
        from,
        until,
        node.at("promised-working-days").integer(1));
  }

  private static Duration within(String text) {
    int hours = Integer.parseInt(text);
    if (hours < 1 || hours > 40) {
      throw new IllegalArgumentException();
    }
    return Duration.ofHours(hours);
  }

  private static Map<DayOfWeek, Hours> hours(Node node) {
    var hours = new EnumMap<DayOfWeek, Hours>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      node.maybe(day.name().toLowerCase(Locale.ROOT))
          .ifPresent(
              n -> hours.put(day, n.as(OfficesReader::span, ALWAYS, Should.OFFICE_HOURS.of())));
    }
    node.only("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    if (hours.isEmpty()) {
      node.fault(Wrong.NO_OPEN_DAY.of(), Should.OPEN_DAY.of());
    }
    return Map.copyOf(hours);
  }

  private static final Hours ALWAYS = new Hours(LocalTime.MIN, LocalTime.MAX);

  private static Hours span(String text) {
    String[] parts = text.split("-", -1);
    var hours = new Hours(LocalTime.parse(parts[0].strip()), LocalTime.parse(parts[1].strip()));
    if (!hours.open().isBefore(hours.close()) || parts.length != 2) {
      throw new IllegalArgumentException();
    }
    return hours;
  }

  private static Map<LocalDate, String> holidays(Node node) {
    var holidays = new TreeMap<LocalDate, String>();
    node.entries()
        .forEach(
            (day, name) -> {
              try {
                holidays.put(LocalDate.parse(day), name.text());
              } catch (java.time.DateTimeException e) {
                name.fault(Wrong.NO_DATE.of(), Should.DATE_KEYS.of());
              }
            });
    return Map.copyOf(holidays);
  }
}
