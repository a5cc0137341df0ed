package id.kentongan.dialogs.roll;

import id.kentongan.dialogs.ear.parse.Parsers;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  /// What a heading may say more of: `Penghasilan/bln`, `pekerjaan utama`. A `tgl daftar` is no
  /// birth date, and an `alamat email` no village.
  private static final Set<RollField> SAID_CLOSER = Set.of(INCOME, OCCUPATION);

  /// The field that a heading names.
  static Optional<RollField> headed(String heading, Parsers parsers) {
    String plain =
        heading
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\([^)]*\\)", " ")
            .replaceAll("[^a-z]+", " ")
            .strip();
    return known(plain, parsers)
        .or(() -> known(plain.split(" ", 2)[0], parsers).filter(SAID_CLOSER::contains));
  }

  private static Optional<RollField> known(String heading, Parsers parsers) {
    return parsers.heading(heading).map(name -> valueOf(name.toUpperCase(Locale.ROOT)));
  }
}
