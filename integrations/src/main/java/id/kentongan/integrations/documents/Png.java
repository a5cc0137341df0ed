package id.kentongan.integrations.documents;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Draws pictures (PNG) to be read on a phone: 1080 dots wide, letters of at least 34. Needs a font
/// with Latin letters on the machine, e.g. DejaVu.
public final class Png {
  public static final String TYPE = "image/png";
  private static final int WIDTH = 1080;
  private static final int EDGE = 60;
  private static final int HEAD = 250;
  private static final int ROW = 130;
  private static final int FOOT = 130;
  private static final int BAR = 44;
  private static final Color INK = new Color(0x1B2A33);
  private static final Color TRACK = new Color(0xE3E9EC);
  private static final Color OWN = new Color(0x00796B);
  private static final Color OTHER = new Color(0x7FB8B0);
  private static final Color MARK = new Color(0xC62828);

  /// In dots.
  public record Size(int width, int height) {}

  private Png() {}

  /// How large a chart is drawn.
  public static Size size(BarChart chart) {
    return new Size(WIDTH, HEAD + ROW * chart.bars().size() + FOOT);
  }

  public static byte[] bytes(BarChart chart) {
    int height = size(chart).height();
    var image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, height);
    words(pen, chart.title(), Font.BOLD, 52, EDGE, 110);
    words(pen, chart.subtitle(), Font.PLAIN, 38, EDGE, 180);
    for (int i = 0; i < chart.bars().size(); i++) {
      bar(pen, chart.bars().get(i), chart.mark(), HEAD + i * ROW);
    }
    words(pen, chart.note(), Font.PLAIN, 34, EDGE, height - 50);
    pen.dispose();
    return encoded(image);
  }

  private static void bar(Graphics2D pen, BarChart.Bar bar, double mark, int top) {
    int style = bar.own() ? Font.BOLD : Font.PLAIN;
    pen.setFont(new Font(Font.SANS_SERIF, style, 38));
    int figure = pen.getFontMetrics().stringWidth(bar.figure());
    words(pen, bar.label(), style, 38, EDGE, top + 40, WIDTH - 3 * EDGE - figure);
    words(pen, bar.figure(), style, 38, WIDTH - EDGE - figure, top + 40);
    int whole = WIDTH - 2 * EDGE;
    pen.setColor(TRACK);
    pen.fillRoundRect(EDGE, top + 56, whole, BAR, 14, 14);
    pen.setColor(bar.own() ? OWN : OTHER);
    int filled = (int) Math.round(whole * Math.clamp(bar.share(), 0, 1));
    pen.fillRoundRect(EDGE, top + 56, filled, BAR, 14, 14);
    if (mark > 0) {
      int at = EDGE + (int) Math.round(whole * Math.clamp(mark, 0, 1));
      pen.setColor(MARK);
      pen.setStroke(new BasicStroke(5));
      pen.drawLine(at, top + 48, at, top + 64 + BAR);
    }
  }

  private static void words(Graphics2D pen, String text, int style, int size, int x, int y) {
    words(pen, text, style, size, x, y, WIDTH - EDGE - x);
  }

  /// Smaller where it does not fit, down to what can still be read, then cut.
  private static void words(
      Graphics2D pen, String text, int style, int size, int x, int y, int room) {
    pen.setColor(INK);
    String shown = text;
    pen.setFont(new Font(Font.SANS_SERIF, style, size));
    for (int s = size; s > 28 && pen.getFontMetrics().stringWidth(shown) > room; s -= 2) {
      pen.setFont(new Font(Font.SANS_SERIF, style, s));
    }
    while (shown.length() > 2 && pen.getFontMetrics().stringWidth(shown) > room) {
      shown = shown.substring(0, shown.length() - 2) + "…";
    }
    pen.drawString(shown, x, y);
  }

  static byte[] encoded(BufferedImage image) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
