package id.kentongan.dialogs.content;

import id.kentongan.dialogs.content.Rules.School.Level;
import id.kentongan.dialogs.values.Rupiah;
import java.util.ArrayList;
import java.util.List;

/// What a child may be given for school, year by year, if it goes on without a break. A
/// calculation, never a promise: the branch decides, and it is applied for every year.
///
/// Source: PP 82/2019.
public record Scholarship(List<Year> years) {
  /// A child: `level` a key of the rules (`sd`), or [#NOT_YET]; `grade` its year within the level,
  /// from 1; `age` now.
  public record Pupil(String level, int grade, int age) {}

  /// A school year by the calendar year in which it begins.
  public record Year(int begins, String level, Rupiah amount) {}

  /// Not at school yet: it begins when the child goes to school, in a year not known now.
  public static final String NOT_YET = "none";

  /// From the school year `from` on until the child is too old or the levels are over; empty for a
  /// child that is not at school yet.
  public static Scholarship of(Rules.School rules, Pupil pupil, int from) {
    var years = new ArrayList<Year>();
    boolean reached = false;
    for (Level level : rules.levels()) {
      boolean now = level.key().equals(pupil.level());
      reached |= now;
      for (int grade = now ? pupil.grade() : 1; reached && grade <= level.years(); grade++) {
        if (pupil.age() + years.size() < rules.untilAge()) {
          years.add(new Year(from + years.size(), level.key(), level.aYear()));
        }
      }
    }
    return new Scholarship(List.copyOf(years));
  }

  public Rupiah total() {
    return years.stream().map(Year::amount).reduce(Rupiah.ZERO, Rupiah::plus);
  }
}
