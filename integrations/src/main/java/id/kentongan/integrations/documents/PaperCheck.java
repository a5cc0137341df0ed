package id.kentongan.integrations.documents;

import id.kentongan.dialogs.talk.Answer.Flaw;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// Looks at a paper that was photographed or sent as PDF: can an officer read it? Photographs are
/// looked at in a small copy.
///
/// Sharpness is the variance of the Laplacian: Pech-Pacheco et al., ICPR 2000.
public record PaperCheck(Least least) {
  private static final int LOOKED_AT = 1000;

  /// why: a reader takes several times a file's size, and a machine has little room.
  private static final Semaphore ONE = new Semaphore(1);

  /// How many bytes a PDF may hold once unpacked.
  private static final long UNPACKED = 200_000_000;

  private static final List<String> NOT_IN_A_PDF = List.of("/Encrypt", "/Launch", "/EmbeddedFile");

  /// The least that passes: dots of the shorter side, brightness from 0 to 255, sharpness. `dots`:
  /// the most of a picture, and `pages` of a PDF.
  public record Least(int side, int brightness, int sharpness, long dots, int pages) {}

  /// What came of looking.
  public sealed interface Look {
    /// With what is wrong with it; nothing when an officer can read it.
    /// `pages` of a PDF, 1 for a picture.
    record Seen(Set<Flaw> flaws, int pages) implements Look {
      public Seen(Set<Flaw> flaws) {
        this(flaws, 1);
      }
    }

    /// Nothing that we keep: locked, with a script, broken or out of all measure.
    record Refused() implements Look {}
  }

  public Look look(String type, byte[] bytes) {
    return switch (type) {
      case "image/jpeg", "image/png", "image/webp" -> picture(bytes);
      case "image/heic" -> new Look.Seen(Set.of(Flaw.NOT_SHOWN));
      case "application/pdf" -> pdf(bytes);
      default -> new Look.Seen(Set.of());
    };
  }

  private Look picture(byte[] bytes) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return new Look.Refused();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return Unpacked.fits(reader, bytes, least.dots()) ? seen(reader) : new Look.Refused();
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      // why: decoders throw anything on broken bytes; a photograph that breaks ours is no paper
      return new Look.Refused();
    }
  }

  private Look seen(ImageReader reader) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    int step = Math.max(1, Math.max(width, height) / LOOKED_AT);
    var param = reader.getDefaultReadParam();
    param.setSourceSubsampling(step, step, 0, 0);
    int[][] grey = grey(reader.read(0, param));
    var flaws = EnumSet.noneOf(Flaw.class);
    if (Math.min(width, height) < least.side()) {
      flaws.add(Flaw.SMALL);
    }
    if (brightness(grey) < least.brightness()) {
      flaws.add(Flaw.DARK);
    } else if (sharpness(grey) < least.sharpness()) {
      flaws.add(Flaw.BLURRED);
    }
    return new Look.Seen(flaws);
  }

  private Look pdf(byte[] bytes) {
    // why: the reader would need a crypto library of its own only to say that it is locked
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (NOT_IN_A_PDF.stream().anyMatch(text::contains)
        || !PdfBounds.hold(text)
        || PdfBombs.bursts(bytes, UNPACKED)) {
      return new Look.Refused();
    }
    ONE.acquireUninterruptibly();
    try {
      return PdfWork.pages(bytes, least.pages())
          .<Look>map(pages -> new Look.Seen(Set.of(), pages))
          .orElseGet(Look.Refused::new);
    } finally {
      ONE.release();
    }
  }

  private static int[][] grey(BufferedImage image) {
    var grey = new int[image.getHeight()][image.getWidth()];
    for (int y = 0; y < grey.length; y++) {
      for (int x = 0; x < grey[y].length; x++) {
        int rgb = image.getRGB(x, y);
        grey[y][x] = (299 * (rgb >> 16 & 255) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255)) / 1000;
      }
    }
    return grey;
  }

  private static double brightness(int[][] grey) {
    long sum = 0;
    for (int[] row : grey) {
      for (int dot : row) {
        sum += dot;
      }
    }
    return (double) sum / Math.max(1, grey.length * (long) grey[0].length);
  }

  private static double sharpness(int[][] grey) {
    double sum = 0;
    double squares = 0;
    long count = 0;
    for (int y = 1; y < grey.length - 1; y++) {
      for (int x = 1; x < grey[y].length - 1; x++) {
        int edge =
            grey[y - 1][x] + grey[y + 1][x] + grey[y][x - 1] + grey[y][x + 1] - 4 * grey[y][x];
        sum += edge;
        squares += (double) edge * edge;
        count++;
      }
    }
    return count == 0 ? 0 : squares / count - (sum / count) * (sum / count);
  }
}
