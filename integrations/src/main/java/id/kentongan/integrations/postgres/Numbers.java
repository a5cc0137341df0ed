package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.values.Code;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/// Numbers to follow a matter by (`DFT-2026-000123`), counted by the database, and the receipt
/// codes that belong to them.
public final class Numbers {
  private final Keyring keys;

  public Numbers(Keyring keys) {
    this.keys = keys;
  }

  /// What is numbered, with the letters it begins with.
  public enum Kind {
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

    private String sequence() {
      return name().toLowerCase(Locale.ROOT) + "_numbers";
    }
  }

  public String next(Handle handle, Kind kind, LocalDate today) {
    long place =
        handle
            .createQuery("select nextval(:sequence::regclass)")
            .bind("sequence", kind.sequence())
            .mapTo(Long.class)
            .one();
    return "%s-%d-%06d".formatted(kind.letters, today.getYear(), place);
  }

  /// A code that no other matter has.
  public Code receipt(Handle handle, String number) {
    while (true) {
      Code code = keys.codes().next(keys.random());
      if (claim(handle, code, number)) {
        return code;
      }
    }
  }

  /// A matter's number and the code that belongs to it.
  public record Followed(String number, Code receipt) {}

  /// Numbers with codes that no other matter has: one round trip, unless a code was taken.
  public List<Followed> followed(Handle handle, Kind kind, LocalDate today, int n) {
    var followed = new ArrayList<Followed>();
    while (followed.size() < n) {
      var drawn = new HashMap<ByteBuffer, Code>();
      while (drawn.size() < n - followed.size()) {
        Code code = keys.codes().next(keys.random());
        drawn.put(ByteBuffer.wrap(keys.index().code(code.text())), code);
      }
      followed.addAll(claim(handle, kind, today, drawn));
    }
    return followed;
  }

  /// Those that were free.
  private static List<Followed> claim(
      Handle handle, Kind kind, LocalDate today, Map<ByteBuffer, Code> drawn) {
    return handle
        .createQuery(
            """
            insert into receipts (code_blind, number)
            select code, :letters || to_char(place, 'FM999999999999000000')
            from (select code, nextval(:sequence::regclass) as place from unnest(:codes) as t (code))
              as numbered
            on conflict do nothing returning code_blind, number
            """)
        .bind("letters", kind.letters + '-' + today.getYear() + '-')
        .bind("sequence", kind.sequence())
        .bind("codes", Columns.bytes(List.copyOf(drawn.keySet()), ByteBuffer::array))
        .map(
            (row, context) -> {
              var code = drawn.get(ByteBuffer.wrap(row.getBytes("code_blind")));
              return new Followed(row.getString("number"), Objects.requireNonNull(code));
            })
        .list();
  }

  /// Whether the code was free and is now this matter's.
  public boolean claim(Handle handle, Code code, String number) {
    return handle.execute(
            "insert into receipts values (?, ?) on conflict do nothing",
            keys.index().code(code.text()),
            number)
        == 1;
  }
}
