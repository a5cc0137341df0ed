package id.kentongan.dialogs.roll;

import id.kentongan.dialogs.ear.parse.Parsers;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a row tells of a person, in the order in which a faulty row is asked about. Each is known
/// by its headings, which stand before a value (`NIK: 3510...`) too.
public enum RollField {
  NAME,
  NIK,
  BIRTH,
  OCCUPATION,
  INCOME,
  VILLAGE,
  PHONE;

  /// What a row tells, by the fields' names.
  public static Map<RollField, String> named(Map<String, String> told) {
    var named = new EnumMap<RollField, String>(RollField.class);
    told.forEach((name, text) -> named.put(valueOf(name), text));
    return named;
  }

  /// The field that a heading names.
  static Optional<RollField> headed(String heading, Parsers parsers) {
    String plain =
        heading
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\([^)]*\\)", " ")
            .replaceAll("[^a-z]+", " ")
            .strip();
    return parsers.heading(plain).map(name -> valueOf(name.toUpperCase(Locale.ROOT)));
  }
}
