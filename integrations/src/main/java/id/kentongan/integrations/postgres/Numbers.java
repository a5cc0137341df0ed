package id.kentongan.integrations.postgres;

import static java.util.stream.Collectors.joining;

import id.kentongan.dialogs.values.Code;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Numbers to follow a matter by (`DFT-2026-000123`), counted by the database, and the receipt
/// codes that belong to them.
final class Numbers {
  private final Keyring keys;

  Numbers(Keyring keys) {
    this.keys = keys;
  }

  /// What is numbered, with the letters it begins with.
  enum Kind {
    ENROLMENT("DFT"),
    CLAIM("JKM"),
    ACCIDENT("JKK"),
    TICKET("TKT"),
    PAYMENT("BYR"),
    ERASURE("HPS"),
    SPONSORSHIP("ADD"),
    CERTIFICATE("SDR");

    private final String letters;

    Kind(String letters) {
      this.letters = letters;
    }

    static Optional<Kind> of(String number) {
      for (Kind kind : values()) {
        if (number.startsWith(kind.letters + "-")) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  String next(Handle handle, Kind kind, LocalDate today) {
    return next(handle, kind, today, 1).getFirst();
  }

  List<String> next(Handle handle, Kind kind, LocalDate today, int n) {
    return handle
        .createQuery("select nextval(:sequence::regclass) from generate_series(1, :n)")
        .bind("sequence", kind.name().toLowerCase(Locale.ROOT) + "_numbers")
        .bind("n", n)
        .mapTo(Long.class)
        .map(count -> "%s-%d-%06d".formatted(kind.letters, today.getYear(), count))
        .list();
  }

  /// A code that no other matter has.
  Code receipt(Handle handle, String number) {
    while (true) {
      Code code = keys.codes().next(keys.random());
      if (claim(handle, code, number)) {
        return code;
      }
    }
  }

  /// A code for each matter, which no other has, by its number.
  Map<String, Code> receipts(Handle handle, List<String> matters) {
    var found = new HashMap<String, Code>();
    while (found.size() < matters.size()) {
      var drawn = new HashMap<String, Code>();
      matters.stream()
          .filter(number -> !found.containsKey(number))
          .forEach(number -> drawn.put(number, keys.codes().next(keys.random())));
      claim(handle, drawn)
          .forEach(number -> found.put(number, Objects.requireNonNull(drawn.get(number))));
    }
    return found;
  }

  private List<String> claim(Handle handle, Map<String, Code> drawn) {
    var matters = List.copyOf(drawn.keySet());
    return handle
        .createQuery(
            """
            insert into receipts
            select decode(code, 'hex'), number
            from unnest(string_to_array(:codes, ','), string_to_array(:numbers, ','))
              as drawn (code, number)
            on conflict do nothing returning number
            """)
        .bind("codes", matters.stream().map(drawn::get).map(this::hex).collect(joining(",")))
        .bind("numbers", String.join(",", matters))
        .mapTo(String.class)
        .list();
  }

  private String hex(Code code) {
    return HexFormat.of().formatHex(keys.index().code(code.text()));
  }

  /// Whether the code was free and is now this matter's.
  boolean claim(Handle handle, Code code, String number) {
    return handle.execute(
            "insert into receipts values (?, ?) on conflict do nothing",
            keys.index().code(code.text()),
            number)
        == 1;
  }
}
