package id.kentongan.integrations.documents;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/// Papers as an officer looks at them: photographs upright, pages of a PDF as pictures, several
/// sheets of one paper joined. `dots`: the most of a picture, `side`: of the longer side of what is
/// shown, `pages`: of what is joined. Nothing where it cannot be shown.
public record PaperSheets(long dots, int side, int pages) {
  /// How deep forms may lie in forms.
  private static final int DEPTH = 4;

  private static final float QUALITY = 0.85f;
  private static final float MARGIN = 20;
  private static final float POINTS_AN_INCH = 72;

  /// A file of a paper with its proved type.
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared as a record
  public record Sheet(String type, byte[] bytes) {}

  /// The photograph upright as JPEG; nothing when it is upright as it stands.
  public Optional<byte[]> upright(byte[] jpeg) {
    int orientation = Upright.orientation(jpeg);
    return orientation == 1
        ? Optional.empty()
        : picture(jpeg, side).map(image -> jpeg(Upright.turned(image, orientation)));
  }

  /// A page of a PDF, counted from 1, as PNG.
  public Optional<byte[]> page(byte[] pdf, int page) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      if (page < 1 || page > document.getNumberOfPages()) {
        return Optional.empty();
      }
      if (!fits(document.getPage(page - 1).getResources(), DEPTH)) {
        return Optional.empty();
      }
      PDRectangle box = document.getPage(page - 1).getCropBox();
      float longer = Math.max(box.getWidth(), box.getHeight());
      var renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      float scale = Math.min(side / Math.max(1, longer), 150 / POINTS_AN_INCH);
      return Optional.of(png(renderer.renderImage(page - 1, scale, ImageType.RGB)));
    } catch (IOException | RuntimeException e) {
      // why: what a broken page throws is of any kind; it is not shown, that is all
      return Optional.empty();
    }
  }

  /// Whether no picture on a page, or in what it is put together of, has more dots than allowed.
  private boolean fits(@Nullable PDResources resources, int depth) throws IOException {
    if (resources == null) {
      return true;
    }
    for (COSName name : resources.getXObjectNames()) {
      COSBase object = resources.getCOSObject().getCOSDictionary(COSName.XOBJECT).getItem(name);
      COSBase stream = object instanceof COSObject reference ? reference.getObject() : object;
      if (stream instanceof COSStream picture
          && COSName.IMAGE.equals(picture.getCOSName(COSName.SUBTYPE))) {
        if (dots(picture) > Math.min(dots, Unpacked.WHOLE)) {
          return false;
        }
      } else if (depth == 0
          || (resources.getXObject(name) instanceof PDFormXObject form
              && !fits(form.getResources(), depth - 1))) {
        return false;
      }
    }
    return true;
  }

  /// As it says, and as its own bytes say where they are a JPEG.
  private static long dots(COSStream picture) throws IOException {
    long told = (long) picture.getInt(COSName.WIDTH) * picture.getInt(COSName.HEIGHT);
    if (!COSName.DCT_DECODE.equals(picture.getFilters())) {
      return picture.getFilters() instanceof COSArray ? Long.MAX_VALUE : told;
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(picture.createRawInputStream())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Long.MAX_VALUE;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return Math.max(told, (long) reader.getWidth(0) * reader.getHeight(0));
      } finally {
        reader.dispose();
      }
    }
  }

  /// All sheets as one PDF, in their order, or nothing: whoever reads it is not to miss one.
  public Optional<byte[]> joined(List<Sheet> sheets) {
    try (var joined = new PDDocument()) {
      for (Sheet sheet : sheets) {
        int before = joined.getNumberOfPages();
        if (sheet.type().equals("application/pdf")) {
          append(joined, sheet.bytes());
        } else {
          Optional<BufferedImage> image = picture(sheet.bytes(), side);
          if (image.isPresent() && joined.getNumberOfPages() < pages) {
            int turned = Upright.orientation(sheet.bytes());
            photograph(joined, Upright.turned(image.get(), turned));
          }
        }
        if (before < pages && joined.getNumberOfPages() == before) {
          return Optional.empty();
        }
      }
      var out = new ByteArrayOutputStream();
      joined.save(out);
      return joined.getNumberOfPages() == 0 ? Optional.empty() : Optional.of(out.toByteArray());
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /// why as pictures: nothing of a stranger's PDF, no script and no form, goes into ours.
  private void append(PDDocument joined, byte[] pdf) throws IOException {
    for (int page = 1; joined.getNumberOfPages() < pages; page++) {
      Optional<byte[]> shown = page(pdf, page);
      if (shown.isEmpty()) {
        return;
      }
      photograph(joined, ImageIO.read(new ByteArrayInputStream(shown.get())));
    }
  }

  private static void photograph(PDDocument joined, BufferedImage image) throws IOException {
    boolean wide = image.getWidth() > image.getHeight();
    float shorter = PDRectangle.A4.getWidth();
    float longer = PDRectangle.A4.getHeight();
    var box = wide ? new PDRectangle(longer, shorter) : PDRectangle.A4;
    var page = new PDPage(box);
    joined.addPage(page);
    float scale =
        Math.min(
            (box.getWidth() - 2 * MARGIN) / image.getWidth(),
            (box.getHeight() - 2 * MARGIN) / image.getHeight());
    float width = image.getWidth() * scale;
    float height = image.getHeight() * scale;
    try (var content = new PDPageContentStream(joined, page)) {
      content.drawImage(
          JPEGFactory.createFromImage(joined, image, QUALITY),
          (box.getWidth() - width) / 2,
          (box.getHeight() - height) / 2,
          width,
          height);
    }
  }

  /// A small copy; nothing of what is broken or has more dots than allowed.
  private Optional<BufferedImage> picture(byte[] bytes, int longest) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        if (!Unpacked.fits(reader, bytes, dots)) {
          return Optional.empty();
        }
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        var param = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(width, height) / longest);
        param.setSourceSubsampling(step, step, 0, 0);
        return Optional.of(opaque(reader.read(0, param)));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static BufferedImage opaque(BufferedImage image) {
    var opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    var pen = opaque.createGraphics();
    pen.drawImage(image, 0, 0, Color.WHITE, null);
    pen.dispose();
    return opaque;
  }

  private static byte[] jpeg(BufferedImage image) {
    return written(image, "jpeg");
  }

  private static byte[] png(BufferedImage image) {
    return written(image, "png");
  }

  private static byte[] written(BufferedImage image, String format) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
