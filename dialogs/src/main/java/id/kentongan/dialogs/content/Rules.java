package id.kentongan.dialogs.content;

import id.kentongan.dialogs.values.Rupiah;
import java.time.ZoneId;

/// The rules that may change, from `config/rules.yaml`, each with its source there.
public record Rules(Enrolment enrolment, Death death, Consent consent, ZoneId zone) {
  /// `ageLimit`: not yet this old at registration. `workDays`: days a month when none are told.
  public record Enrolment(int ageLimit, int youngest, int workDays) {}

  /// JKM: full after `fullAfterMonths` months of contributions, before that the funeral money only.
  public record Death(int fullAfterMonths, Rupiah full, Rupiah funeral) {}

  /// The consent text in force: its version, and who is responsible for the data.
  public record Consent(String version, String controller) {}
}
