package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.values.Code;
import java.time.LocalDate;
import java.util.Locale;
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
    ERASURE("HPS");

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
    long count =
        handle
            .createQuery("select nextval(:sequence::regclass)")
            .bind("sequence", kind.name().toLowerCase(Locale.ROOT) + "_numbers")
            .mapTo(Long.class)
            .one();
    return "%s-%d-%06d".formatted(kind.letters, today.getYear(), count);
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

  /// Whether the code was free and is now this matter's.
  boolean claim(Handle handle, Code code, String number) {
    return handle.execute(
            "insert into receipts values (?, ?) on conflict do nothing",
            keys.index().code(code.text()),
            number)
        == 1;
  }
}
