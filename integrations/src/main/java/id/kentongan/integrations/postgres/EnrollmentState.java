package id.kentongan.integrations.postgres;

import java.util.Locale;

/// Where an enrolment stands.
public enum EnrollmentState {
  /// Taken; active once the first contribution is paid.
  WAITING,
  /// An officer looks first: the number is already a member's.
  CHECKING,
  ACTIVE,
  REFUSED;

  /// The key of the words that tell it, under `matter`, e.g. `enrollment.waiting`.
  public String words() {
    return "enrollment." + name().toLowerCase(Locale.ROOT);
  }
}
