package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.parse.DateReader.Told;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/// A day and a month in digits without a year: `17/8`, `5-11`, `tgl 5 bulan 10`. A range of days or
/// weeks (`3-4 hari`) is none.
final class DayAndMonth {

  private DayAndMonth() {}

  static List<Told> in(String text, Shapes shapes) {
    String plain = Token.plain(text);
    return Stream.of(shapes.dayNamed, shapes.daySlashed)
        .map(pattern -> pattern.matcher(plain))
        .filter(Matcher::find)
        .map(m -> new Told(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), 0, false))
        .filter(told -> told.month() >= 1 && told.month() <= 12 && told.day() >= 1)
        .limit(1)
        .toList();
  }
}
