package id.kentongan.dialogs.ear.parse;

/// Adds up a number told piece by piece: `dua` `ratus` `lima` `puluh` `ribu`.
final class NumberSum {
  private static final long NONE = -1;

  private long total;
  private long group;
  private long unit = NONE;
  private long lastScale;
  private boolean half;

  boolean hasUnit() {
    return unit != NONE;
  }

  /// A second unit right after one is another number, unless it stands below a told ten.
  boolean takesUnit(long value) {
    return !hasUnit() || (unit >= 20 && unit % 10 == 0 && value < 10);
  }

  boolean takesScale(long value) {
    boolean told = hasUnit() || group > 0 || half;
    return told && (lastScale == 0 || value < lastScale);
  }

  boolean complete() {
    return hasUnit() || group > 0 || total > 0;
  }

  void unit(long value) {
    unit = hasUnit() ? unit + value : value;
  }

  void teen() {
    unit += 10;
  }

  void times(long factor) {
    if (unit == NONE) {
      unit = 1;
    }
    if (factor == 100 || group == 0 || group % 100 == 0) {
      group += unit * factor;
    }
    unit = NONE;
  }

  /// `satu setengah juta` waits for its scale, `sejuta setengah` has it.
  void half() {
    if (lastScale > 0 && !hasUnit() && group == 0) {
      total += lastScale / 2;
    } else {
      half = true;
    }
  }

  void scale(long value) {
    long told = group + Math.max(0, unit);
    total += told * value + (half ? value / 2 : 0);
    group = 0;
    unit = NONE;
    half = false;
    lastScale = value;
  }

  long total() {
    long rest = group + Math.max(0, unit);
    boolean thousandsMeant = lastScale == 1_000_000 && rest >= 100;
    return total + (thousandsMeant ? rest * 1_000 : rest);
  }
}
