package id.kentongan.bot.console;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;

/// What a phone reads from the QR code in a picture.
final class QrScan {
  private QrScan() {}

  static String read(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] dots = picture.getRGB(0, 0, width, height, null, 0, width);
    try {
      var bitmap =
          new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, dots)));
      return new QRCodeMultiReader().decodeMultiple(bitmap)[0].getText();
    } catch (NotFoundException e) {
      throw new AssertionError("no QR code can be read", e);
    }
  }
}
