package id.kentongan.integrations.documents;

import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;

/// How large a picture may be before it is read: most kinds are read line by line into a small
/// copy, others are unpacked as a whole first, with some four bytes a dot.
final class Unpacked {
  static final long WHOLE = 12_000_000;

  private Unpacked() {}

  /// In dots; `dots` for what is read line by line.
  static long most(ImageReader reader, long dots) throws IOException {
    boolean whole = reader.getFormatName().toLowerCase(Locale.ROOT).equals("webp");
    return whole ? Math.min(dots, WHOLE) : dots;
  }
}
