package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A parser's result in the form of the command line: one line, JSON or `AMBIGUOUS<TAB>[...]` or
/// `INVALID<TAB>reason`. `reason` and `detail` are empty unless it is invalid.
public record Printed(String line, String reason, String detail) {
  static <V> Printed of(Parsed<V> parsed, Function<V, String> json) {
    return switch (parsed) {
      case Parsed.Value<V>(V value) -> new Printed(object(json.apply(value)), "", "");
      case Parsed.Ambiguous<V>(List<V> readings) ->
          new Printed(
              readings.stream()
                  .map(v -> object(json.apply(v)))
                  .collect(Collectors.joining(", ", "AMBIGUOUS\t[", "]")),
              "",
              "");
      case Parsed.Invalid<V>(String reason, String detail) ->
          new Printed(("INVALID\t" + reason + " " + detail).strip(), reason, detail);
    };
  }

  private static String object(String value) {
    return "{\"value\":" + value + "}";
  }
}
