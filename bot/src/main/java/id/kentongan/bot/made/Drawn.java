package id.kentongan.bot.made;

import io.vertx.core.buffer.Buffer;
import java.text.Normalizer;
import java.util.Locale;

/// A file as drawn: its name with the ending, its media type.
public record Drawn(String name, String type, Buffer bytes) {
  /// `name` as said, made one that every phone can store: `cakupan-kedungasri`.
  public static Drawn of(String name, String ending, String type, byte[] bytes) {
    return new Drawn(plain(name) + ending, type, Buffer.buffer(bytes));
  }

  private static String plain(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    return plain.replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
