package id.kentongan.integrations.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class MemberCardTest {
  private static final String ADDRESS = "https://desa.example/verify/K7M4-92QX";

  @Test
  void itsCodeCanBeScannedAndItHasTheShapeOfACard() throws IOException, NotFoundException {
    BufferedImage card = card("Slamet Riyadi");

    assertThat(card.getWidth()).isEqualTo(1080);
    assertThat(card.getHeight()).isEqualTo(710);
    assertThat(scanned(card)).isEqualTo(ADDRESS);
  }

  @Test
  void theLongestNameStaysOnTheCard() throws IOException, NotFoundException {
    assertThat(scanned(card("Raden Mas ".repeat(30)))).isEqualTo(ADDRESS);
  }

  private static BufferedImage card(String name) throws IOException {
    var entries =
        List.of(
            new MemberCard.Entry("NIK", "3510••••••••0003"),
            new MemberCard.Entry("Program", "JKK + JKM"),
            new MemberCard.Entry("Iuran dibayar sampai", "Januari 2027"));
    var face = new MemberCard.Face("Kartu", name, entries, "Bukan alat pembayaran", ADDRESS);
    return ImageIO.read(new ByteArrayInputStream(MemberCard.bytes(face)));
  }

  private static String scanned(BufferedImage card) throws NotFoundException {
    int[] dots = card.getRGB(0, 0, card.getWidth(), card.getHeight(), null, 0, card.getWidth());
    var source = new RGBLuminanceSource(card.getWidth(), card.getHeight(), dots);
    var bitmap = new BinaryBitmap(new HybridBinarizer(source));
    return new QRCodeMultiReader().decodeMultiple(bitmap)[0].getText();
  }
}
