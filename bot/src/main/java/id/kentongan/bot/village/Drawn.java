package id.kentongan.bot.village;

import io.vertx.core.buffer.Buffer;
import java.text.Normalizer;
import java.util.Locale;

/// A file as drawn: its name with the ending, its media type.
record Drawn(String name, String type, Buffer bytes) {
  static Drawn of(String name, String ending, String type, byte[] bytes) {
    return new Drawn(name(name) + ending, type, Buffer.buffer(bytes));
  }

  /// A name that every phone can store: `cakupan-kedungasri`.
  private static String name(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    return plain.replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
