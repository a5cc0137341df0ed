package id.kentongan.integrations.postgres.matters;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Where an enrolment stands.
public enum EnrollmentState {
  /// Taken; active once the first contribution is paid.
  WAITING,
  /// An officer looks first: the number is already a member's.
  CHECKING,
  /// The person is to mend something.
  RETURNED,
  ACTIVE,
  REFUSED;

  /// The key of the words that tell it, under `matter`, e.g. `enrollment.waiting`.
  public String words() {
    return "enrollment." + name().toLowerCase(Locale.ROOT);
  }

  /// Whether something is left to do for whoever sent it; an agent is told of that alone, one by
  /// one.
  public boolean goesBack() {
    return this == RETURNED || this == REFUSED;
  }

  /// Where an officer may move it from here.
  public Set<EnrollmentState> next() {
    return switch (this) {
      case CHECKING, RETURNED -> EnumSet.of(WAITING, RETURNED, REFUSED);
      case WAITING -> EnumSet.of(ACTIVE, RETURNED, REFUSED);
      case ACTIVE, REFUSED -> EnumSet.noneOf(EnrollmentState.class);
    };
  }
}
