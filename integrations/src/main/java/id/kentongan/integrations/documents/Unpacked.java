package id.kentongan.integrations.documents;

import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;

/// How large a picture may be before it is read: most kinds are read line by line into a small
/// copy, others are unpacked as a whole first.
final class Unpacked {
  /// Of what takes some four bytes a dot once it is unpacked.
  static final long WHOLE = 12_000_000;

  /// Of a JPEG in several passes, which takes up to six bytes a dot, beside the heap; the largest
  /// that messengers make of a photograph are in passes and have 12.6 million dots.
  static final long IN_PASSES = 20_000_000;

  private Unpacked() {}

  /// Whether the reader's picture may be read; `dots`: the most of what is read line by line.
  static boolean fits(ImageReader reader, byte[] bytes, long dots) throws IOException {
    long size = (long) reader.getWidth(0) * reader.getHeight(0);
    return switch (reader.getFormatName().toLowerCase(Locale.ROOT)) {
      case "webp" -> size <= Math.min(dots, WHOLE);
      case "jpeg" -> {
        var passes = JpegPasses.of(bytes);
        yield passes.few() && size <= (passes.several() ? Math.min(dots, IN_PASSES) : dots);
      }
      default -> size <= dots;
    };
  }
}
