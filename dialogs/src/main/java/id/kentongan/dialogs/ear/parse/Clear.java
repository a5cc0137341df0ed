package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.values.Income.Per;
import id.kentongan.dialogs.values.Programme;
import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Small values that a free message tells clearly, whatever else it says.
final class Clear {
  private Clear() {}

  static Optional<Set<Programme>> programmes(String text, ValueWords heard) {
    String low = text.toLowerCase(Locale.ROOT);
    if (Phrases.within(low, heard.of(Heard.PROGRAMMES_WHOLE))) {
      return Optional.of(Programme.all());
    }
    if (low.indexOf('j') < 0 && !Phrases.within(low, heard.of(Heard.PROGRAMMES_WORD))) {
      return Optional.empty();
    }
    Matcher named = heard.shapes.programmes.matcher(low);
    if (!named.find()) {
      return Optional.empty();
    }
    // why: `jkk sama jkm` are told together, `2 program` says all
    boolean counted = !named.group().startsWith("j");
    return ProgrammesParser.parse(counted ? named.group() : low, heard)
            instanceof Parsed.Value<Set<Programme>>(Set<Programme> told)
        ? Optional.of(told)
        : Optional.empty();
  }

  static Optional<Integer> days(String text, ValueWords heard) {
    if (!digits(text)) {
      return Optional.empty();
    }
    Matcher days = heard.shapes.days.matcher(text.toLowerCase(Locale.ROOT));
    return days.find() ? Optional.of(Integer.valueOf(days.group(1))) : Optional.empty();
  }

  static Optional<Integer> age(String text, ValueWords heard) {
    if (!digits(text)) {
      return Optional.empty();
    }
    Matcher age = heard.shapes.age.matcher(text.toLowerCase(Locale.ROOT));
    return age.find()
        ? Optional.of(Integer.valueOf(age.group(1) == null ? age.group(2) : age.group(1)))
        : Optional.empty();
  }

  static Set<Per> spans(String text, ValueWords heard) {
    return Token.lex(text).stream()
        .flatMap(
            token ->
                Stream.of(heard.spans, heard.spanUnits)
                    .flatMap(table -> Stream.ofNullable(table.get(token.text()))))
        .collect(Collectors.toSet());
  }

  static Set<DayOfWeek> weekdays(String text, ValueWords heard) {
    return Token.lex(text).stream()
        .flatMap(token -> Stream.ofNullable(heard.weekdays.get(token.text())))
        .collect(Collectors.toSet());
  }

  /// `25 hari sebulan` is no month to pay for.
  static String withoutDaysWorked(String text, ValueWords heard) {
    return digits(text)
        ? heard.shapes.worked.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ")
        : text;
  }

  private static boolean digits(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        return true;
      }
    }
    return false;
  }
}
