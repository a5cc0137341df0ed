package id.kentongan.integrations.documents;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// How a phone held the camera: 1 for upright, 2 to 8 for turned or mirrored, by the Exif tag
/// 0x0112 of a JPEG. What cannot be read counts as upright.
///
/// Source: https://www.cipa.jp/std/documents/e/DC-X008-Translation-2019-E.pdf, 4.6.4
final class Upright {
  private static final int UPRIGHT = 1;
  private static final int TURNED_MOST = 8;
  private static final int APP1 = 0xFFE1;
  private static final int SCAN = 0xFFDA;
  private static final int ORIENTATION = 0x0112;
  private static final String EXIF = "Exif\0\0";

  private Upright() {}

  static int orientation(byte[] jpeg) {
    try {
      ByteBuffer in = ByteBuffer.wrap(jpeg);
      if (in.getShort() != (short) 0xFFD8) {
        return UPRIGHT;
      }
      while (in.remaining() > 4) {
        int marker = in.getShort() & 0xFFFF;
        int length = in.getShort() & 0xFFFF;
        if (marker == SCAN || length < 2 || length - 2 > in.remaining()) {
          return UPRIGHT;
        }
        ByteBuffer segment = in.slice(in.position(), length - 2);
        if (marker == APP1 && exif(segment)) {
          return told(segment.slice());
        }
        in.position(in.position() + length - 2);
      }
      return UPRIGHT;
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return UPRIGHT;
    }
  }

  private static boolean exif(ByteBuffer segment) {
    var name = new byte[EXIF.length()];
    segment.get(name);
    return new String(name, StandardCharsets.ISO_8859_1).equals(EXIF);
  }

  private static int told(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
        int told = tiff.getShort(entry + 8) & 0xFFFF;
        return told >= UPRIGHT && told <= TURNED_MOST ? told : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  /// The picture as it was seen.
  static BufferedImage turned(BufferedImage image, int orientation) {
    int width = image.getWidth();
    int height = image.getHeight();
    AffineTransform turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
          case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
          default -> new AffineTransform();
        };
    if (turn.isIdentity()) {
      return image;
    }
    boolean lying = orientation > 4;
    var upright =
        new BufferedImage(
            lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
    return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
        .filter(plain(image), upright);
  }

  /// why: the operation wants both pictures of one kind.
  private static BufferedImage plain(BufferedImage image) {
    var plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    var pen = plain.createGraphics();
    pen.drawImage(image, 0, 0, null);
    pen.dispose();
    return plain;
  }
}
