package id.kentongan.integrations.postgres.sample;

import id.kentongan.dialogs.talk.Answer.Standing;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Occupation;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Sector;
import id.kentongan.integrations.postgres.matters.Standings;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The invented people with whom every journey can be tried: NIKs with serials from 9001 on, KPJs
/// that begin with 9000, relative to a given today.
public final class Sample {
  private Sample() {}

  /// One invented person; `member` is absent for one who has only just enrolled.
  public record Person(
      String name,
      Nik nik,
      LocalDate birthDate,
      Phone phone,
      String village,
      Occupation occupation,
      @Nullable Member member) {}

  /// A membership: `condition` is how it stands today.
  public record Member(
      String kpj, Set<Programme> programmes, Standings.Known known, Standing condition) {}

  /// An agent of a village enterprise, checkable by a code.
  public record Agent(String name, String organisation, String village) {}

  /// Members in every condition, the last one an applicant who still has to pay.
  public static List<Person> people(LocalDate today) {
    YearMonth month = YearMonth.from(today);
    var basic = Programme.basic();
    return List.of(
        person(
            "Slamet Riyadi",
            "3510041708859001",
            "1985-08-17",
            "35.10.04.2005",
            "petani",
            member("90000000011", basic, today, months(today, 14, month.plusMonths(1)))),
        person(
            "Siti Aminah",
            "3510055205909002",
            "1990-05-12",
            "35.10.05.2002",
            "pedagang",
            member("90000000029", basic, today, months(today, 1, month))),
        person(
            "Budi Santoso",
            "3505102311809003",
            "1980-11-23",
            "35.05.10.2002",
            "ojek",
            member("90000000037", basic, today, months(today, 20, month.minusMonths(2)))),
        person(
            "Sri Wahyuni",
            "1604104403879004",
            "1987-03-04",
            "16.04.10.2050",
            "petani karet",
            member("90000000045", basic, today, months(today, 26, month.minusMonths(7)))),
        person(
            "Ahmad Fauzi",
            "6310020906789005",
            "1978-06-09",
            "63.10.02.2005",
            "nelayan",
            member("90000000052", basic, today, died(months(today, 30, month), today))),
        person(
            "Yohana Lestari",
            "6208036710929006",
            "1992-10-27",
            "62.08.03.2006",
            "pekebun",
            member("90000000060", Programme.all(), today, months(today, 9, month.plusMonths(3)))),
        person(
            "Joko Susilo", "3510041402959007", "1995-02-14", "35.10.04.2003", "buruh tani", null));
  }

  public static List<Agent> agents() {
    return List.of(
        new Agent("Rina Kartika", "BUMDesma Tegaldlimo Makmur", "35.10.04.2005"),
        new Agent("Hendra Gunawan", "BUMDesma Kanigoro Sejahtera", "35.05.10.2002"));
  }

  private static Person person(
      String name,
      String nik,
      String born,
      String village,
      String occupation,
      @Nullable Member member) {
    // why: 0800 numbers are free-call numbers in Indonesia, so that none of these reaches a person.
    Phone phone = new Phone("+62800000" + nik.substring(12));
    Sector sector = occupation.equals("ojek") ? Sector.TRANSPORT : Sector.OTHER;
    var work = new Occupation(occupation, sector);
    return new Person(name, new Nik(nik), LocalDate.parse(born), phone, village, work, member);
  }

  private static Member member(
      String kpj, Set<Programme> programmes, LocalDate today, Standings.Known known) {
    return new Member(kpj, programmes, known, Standings.on(today, known));
  }

  private static Standings.Known months(LocalDate today, int ago, YearMonth paidUntil) {
    return new Standings.Known(today.minusMonths(ago).withDayOfMonth(1), paidUntil, null);
  }

  private static Standings.Known died(Standings.Known living, LocalDate today) {
    return new Standings.Known(living.since(), living.paidUntil(), today.minusDays(20));
  }
}
