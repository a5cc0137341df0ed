package id.kentongan.integrations.documents;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/// Draws a member's card as a picture (PNG): a title, the name, lines of a label and a value, a
/// note and a QR code. 1080 by 710 dots, the shape of a bank card.
public final class MemberCard {
  private static final int WIDTH = 1080;
  private static final int HEIGHT = 710;
  private static final int EDGE = 60;
  private static final int QR = 300;
  private static final Color INK = new Color(0x1B2A33);
  private static final Color PALE = new Color(0x5B6B75);
  private static final Color BAND = new Color(0x00796B);

  private MemberCard() {}

  /// `address` is what the QR code holds.
  public record Face(String title, String name, List<Entry> entries, String note, String address) {}

  /// A line of the card.
  public record Entry(String label, String value) {}

  public static byte[] bytes(Face face) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(BAND);
    pen.fillRect(0, 0, WIDTH, 120);
    words(pen, face.title(), Color.WHITE, Font.BOLD, 44, 78, WIDTH - 2 * EDGE);
    words(pen, face.name(), INK, Font.BOLD, 52, 210, WIDTH - 2 * EDGE);
    int top = 280;
    for (Entry entry : face.entries()) {
      words(pen, entry.label(), PALE, Font.PLAIN, 28, top, WIDTH - QR - 3 * EDGE);
      words(pen, entry.value(), INK, Font.PLAIN, 38, top + 44, WIDTH - QR - 3 * EDGE);
      top += 96;
    }
    words(pen, face.note(), PALE, Font.PLAIN, 26, HEIGHT - 34, WIDTH - 2 * EDGE);
    pen.drawImage(Qr.of(face.address(), QR), WIDTH - EDGE - QR, 270, null);
    pen.dispose();
    return Png.encoded(image);
  }

  /// Words that are cut, with an ellipsis, where they would not fit.
  private static void words(
      Graphics2D pen, String text, Color color, int style, int size, int line, int room) {
    pen.setFont(new Font(Font.SANS_SERIF, style, size));
    pen.setColor(color);
    String shown = text;
    while (pen.getFontMetrics().stringWidth(shown) > room && shown.length() > 2) {
      shown = shown.substring(0, shown.length() - 2) + "…";
    }
    pen.drawString(shown, EDGE, line);
  }
}
