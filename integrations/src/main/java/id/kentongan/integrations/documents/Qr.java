package id.kentongan.integrations.documents;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.util.Map;

/// Draws a text as a QR code, black on white.
final class Qr {
  private Qr() {}

  /// `size` dots wide and high.
  static BufferedImage of(String text, int size) {
    try {
      BitMatrix code =
          new QRCodeWriter()
              .encode(text, BarcodeFormat.QR_CODE, size, size, Map.of(EncodeHintType.MARGIN, 1));
      var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
      for (int x = 0; x < size; x++) {
        for (int y = 0; y < size; y++) {
          image.setRGB(x, y, code.get(x, y) ? 0x000000 : 0xFFFFFF);
        }
      }
      return image;
    } catch (WriterException e) {
      throw new IllegalArgumentException("too much for a QR code", e);
    }
  }
}
