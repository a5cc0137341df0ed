package id.kentongan.dialogs.content;

import id.kentongan.dialogs.values.Retention;
import id.kentongan.dialogs.values.Rupiah;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// The rules that may change, from `config/rules.yaml`, each with its source there.
public record Rules(
    Enrolment enrolment,
    Death death,
    Accident accident,
    School school,
    Consent consent,
    Reminders reminders,
    Times times) {
  public static final List<String> EXTRAS = List.of("email", "address", "second-occupation");

  /// `ageLimit`: not yet this old at registration. `workDays`: days a month when none are
  /// told; `extras`: the optional fields asked, of [#EXTRAS]; `agentFee`: what an agent is told to
  /// earn for each one enrolled who has paid, 0 tells nothing.
  public record Enrolment(
      int ageLimit, int youngest, int workDays, List<String> extras, Rupiah agentFee) {}

  /// JKM: all three parts after `fullAfterMonths` months of contributions, before that the funeral
  /// money only.
  ///
  /// An heir younger than `ofAge` is stood in for by a guardian.
  public record Death(
      int fullAfterMonths, Rupiah grant, Rupiah periodic, Rupiah funeral, int ofAge) {
    public Rupiah full() {
      return grant.plus(periodic).plus(funeral);
    }
  }

  /// JKK. When somebody dies: `times` the income that the contributions were paid by, and the two
  /// other parts. Totally disabled: `disabledTimes` that income and the periodic part. Who cannot
  /// work is given the whole income for `wholeMonths` months, then half of it.
  public record Accident(
      int times, int disabledTimes, int wholeMonths, Rupiah periodic, Rupiah funeral) {}

  /// Scholarships for at most `children` children until they are `untilAge`; JKM has them from
  /// `afterMonths` months of contributions on, JKK at once.
  public record School(int afterMonths, int children, int untilAge, List<Level> levels) {
    /// A level of school by its key (`sd`), what it is given a year, and for how many years.
    public record Level(String key, Rupiah aYear, int years) {}
  }

  /// The consent text in force: its version, and who is responsible for the data; `reach`: what
  /// may be sent to a phone by its number; `answerHours`: how long a phone that was asked for
  /// consent may take to answer; `terms`: how long what is left by an erasure is kept.
  public record Consent(
      String version, String controller, Reach reach, int answerHours, Retention terms) {}

  /// What reaches a phone by its number alone, though nobody wrote from it: `codes` by which people
  /// prove who they are, and `news`, such as the question whether an agent may enrol them.
  public record Reach(boolean codes, boolean news) {
    public static final Reach NOTHING = new Reach(false, false);

    /// What both allow.
    public Reach and(Reach other) {
      return new Reach(codes && other.codes, news && other.news);
    }
  }

  /// When members are reminded of the next contribution: `days` before the last paid month ends,
  /// after it as negative numbers; `hours` of the day by their name in the words, the first where
  /// nobody chose, and none from the hour `until` on. `draftHours` after the last answer a left
  /// draft is asked about, `discountDays` before its end a discount's end is told; 0 never.
  public record Reminders(
      List<Integer> days,
      Map<String, Integer> hours,
      String usual,
      int until,
      int draftHours,
      int discountDays) {
    /// The hour from which on those are reminded who chose none.
    public int usualHour() {
      return hours.getOrDefault(usual, 8);
    }

    /// When whoever chose no hour may be told something: now, or the next time that hour comes.
    public ZonedDateTime opens(ZonedDateTime now) {
      if (now.getHour() >= usualHour() && now.getHour() < until) {
        return now;
      }
      ZonedDateTime today = now.truncatedTo(ChronoUnit.DAYS).withHour(usualHour());
      return today.isAfter(now) ? today : today.plusDays(1);
    }
  }

  /// `zone` is the time of those whose village is not known; `zones` the time by province, e.g.
  /// `63` of Asia/Makassar.
  public record Times(ZoneId zone, Map<String, ZoneId> zones) {}

  public ZoneId zone() {
    return times.zone();
  }

  /// The same where no more than this reaches a phone by its number.
  public Rules reaching(Reach most) {
    var other =
        new Consent(
            consent.version,
            consent.controller,
            consent.reach.and(most),
            consent.answerHours,
            consent.terms);
    return new Rules(enrolment, death, accident, school, other, reminders, times);
  }

  /// The time of a place by its Kemendagri code.
  public ZoneId zoneOf(String code) {
    return code.length() < 2
        ? times.zone()
        : times.zones().getOrDefault(code.substring(0, 2), times.zone());
  }
}
