package id.kentongan.dialogs.roll;

import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.dialogs.values.Nik;
import java.util.Map;

/// What became of a row of a list. Prints without what the row says, so that it never reaches a
/// log.
public sealed interface RollRow {
  /// The line it begins on, counted from 1.
  int line();

  /// Ready to be enrolled. `assumed`: the row told no income, so that the usual one is taken.
  record Good(int line, EnrollmentForm.Person person, EnrollmentForm.Work work, boolean assumed)
      implements RollRow {}

  /// One thing in it is missing or wrong. `told`: what it tells, so that a later answer replaces
  /// the faulty field alone.
  record Bad(int line, String quoted, Map<RollField, String> told, Fault fault) implements RollRow {
    public Bad {
      told = Map.copyOf(told);
    }

    @Override
    public String toString() {
      return "Bad[" + line + ", " + fault + ']';
    }
  }

  /// The same NIK as in the row that begins on the line `first`.
  record Twice(int line, String name, Nik nik, int first) implements RollRow {
    @Override
    public String toString() {
      return "Twice[" + line + ", " + first + ']';
    }
  }

  /// What is wrong with a field: `reason` is a key of the words, `detail` goes into them.
  record Fault(RollField field, String reason, String detail) {}
}
