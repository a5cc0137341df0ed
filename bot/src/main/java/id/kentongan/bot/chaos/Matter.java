package id.kentongan.bot.chaos;

import id.kentongan.bot.chaos.Findings.Violation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What people are told a number for, and where it is kept: once for each number.
enum Matter {
  ENROLMENT("DFT", "enrolments where talk is not null", Violation.ENROLMENT_WRONG),
  CLAIM("JKM", "claims where not sample", Violation.CLAIM_WRONG);

  /// For a query of their rows.
  final String kept;

  final Violation wrong;
  private final Pattern number;

  Matter(String letters, String kept, Violation wrong) {
    this.kept = kept;
    this.wrong = wrong;
    this.number = Pattern.compile("Nomor: (" + letters + "-\\d{4}-\\d+)");
  }

  /// The numbers that these texts tell.
  List<String> numbers(List<String> texts) {
    return texts.stream()
        .map(number::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }
}
