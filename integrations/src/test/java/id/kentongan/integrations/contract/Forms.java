package id.kentongan.integrations.contract;

import id.kentongan.dialogs.talk.AccidentForm;
import id.kentongan.dialogs.talk.ClaimForm;
import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.dialogs.values.Income;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Occupation;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.dialogs.values.Place;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Relation;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// Complete forms for tests.
public final class Forms {
  private Forms() {}

  public static EnrollmentForm enrolment(Nik nik) {
    return new EnrollmentForm(
        new EnrollmentForm.Person(
            "Wagiman Hartono",
            nik,
            LocalDate.of(1988, 2, 3),
            new Phone("+6281299887766"),
            new Place(
                "35.10.04.2005",
                "Tegaldlimo",
                "Tegaldlimo",
                "Banyuwangi",
                ZoneId.of("Asia/Jakarta"))),
        new EnrollmentForm.Work(
            new Occupation("petani", Sector.OTHER),
            new Income(new Rupiah(1_234_567), Income.Per.MONTH),
            new Rupiah(1_234_567)),
        new EnrollmentForm.Plan(Programme.basic(), YearMonth.of(2026, 11), 3, new Rupiah(33_600)),
        Map.of("address", "Dusun Rahasia RT 09"));
  }

  /// Somebody whom an agent enrols for a month.
  public static EnrollmentForm villager(Nik nik) {
    var monthly = new Rupiah(1_000_000);
    return new EnrollmentForm(
        new EnrollmentForm.Person(
            "Joko",
            nik,
            LocalDate.of(1985, 8, 17),
            new Phone("+6281298765432"),
            new Place("35.10.04.2005", "", "", "", Branch.ZONE)),
        new EnrollmentForm.Work(
            new Occupation("petani", Sector.OTHER), new Income(monthly, Income.Per.MONTH), monthly),
        new EnrollmentForm.Plan(Programme.basic(), YearMonth.of(2026, 11), 1, new Rupiah(16_800)),
        Map.of());
  }

  public static ClaimForm claim(Nik deceased, List<ClaimForm.Paper> papers) {
    return new ClaimForm(
        new ClaimForm.Deceased(
            "Slamet Riyadi", deceased, LocalDate.of(2026, 11, 18), "sakit paru-paru", "1"),
        new ClaimForm.Heir("Watini", Relation.WIFE, new Phone("+6281277665544")),
        papers);
  }

  public static AccidentForm accident() {
    return new AccidentForm(
        "Parno",
        new Nik("3510170302889123"),
        LocalDate.of(2026, 11, 19),
        "sawah Pak Kardi",
        "terpeleset dari traktor tangan",
        "Suyati",
        new Phone("+6281266554433"));
  }
}
