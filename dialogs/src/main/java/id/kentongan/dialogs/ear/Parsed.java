package id.kentongan.dialogs.ear;

import java.util.List;

/// What a parser made of words: a value, several to ask about, or the reason why not.
public sealed interface Parsed<V> {
  record Value<V>(V value) implements Parsed<V> {}

  /// At least two readings, likeliest first.
  record Ambiguous<V>(List<V> readings) implements Parsed<V> {
    public Ambiguous {
      readings = List.copyOf(readings);
    }
  }

  /// Not a value. `reason` is a key of the words (`nik.too-short`), `detail` a number or name to
  /// put into them, never the text itself.
  record Invalid<V>(String reason, String detail) implements Parsed<V> {}
}
