package id.kentongan.dialogs.ear.parse;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What of a line in a list of people is told by its shape: numbers, dates, amounts.
final class RollShape {
  private RollShape() {}

  /// With the groups `nik`, `phone`, `nearly` (too many or too few digits for either), `birth` and
  /// `income`.
  static Pattern of(ValueWords heard) {
    String month = ValueWords.any(heard.months.names().keySet());
    String unit = ValueWords.any(heard.amounts.keySet()) + "\\b";
    Set<String> each =
        heard.of(Heard.PER_EACH).stream().filter(w -> w.length() > 1).collect(Collectors.toSet());
    String span =
        "(?: ?(?:/|%s) ?-?%s)?"
            .formatted(ValueWords.any(each), ValueWords.any(heard.spanUnits.keySet()));
    return Pattern.compile(
        "(?<nik>(?<!\\d)(?:\\d{16}(?!\\d)|\\d{4}([ .-])\\d{4}\\2\\d{4}\\2\\d{4}(?!\\d)"
            + "|\\d{6}([ .-])\\d{6}\\3\\d{4}(?!\\d)|\\d[.,]\\d{3,}e\\+?\\d{2}))"
            + "|(?<phone>(?<!\\d)(?:(?:\\+?62[ -]?|0)8\\d{1,3}(?:[ -]?\\d{3,5}){1,3}|8\\d{8,11})"
            + "(?!\\d))"
            + "|(?<nearly>(?<!\\d)\\d{12,22}(?!\\d))"
            + "|(?<birth>(?<!\\d)(?:(?:19|20)\\d\\d-\\d\\d?-\\d\\d?"
            + "|\\d\\d?[-/. ](?:\\d\\d?|"
            + month
            + "[a-z]*)[-/. ](?:\\d{4}|\\d\\d))(?!\\d))"
            + "|(?<income>(?<![\\d\\p{L}])(?:rp\\.? ?\\d[\\d.,]*(?: ?"
            + unit
            + ")?|\\d+(?:[.,]\\d+)? ?"
            + unit
            + "|\\d{1,3}(?:[.,]\\d{3})+(?:,-)?|\\d{5,9})(?![\\d])"
            + span
            + ")",
        Pattern.CASE_INSENSITIVE);
  }
}
