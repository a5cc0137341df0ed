package id.kentongan.integrations.documents;

import id.kentongan.integrations.documents.PaperSheets.Sheet;
import java.util.List;
import java.util.Optional;

/// [PaperSheets] of strangers' PDFs, each drawn in a process of its own. Nothing where it cannot be
/// shown. Blocks for a second or two, and for [#SECONDS] at most.
public record DrawnApart(PaperSheets sheets) {
  /// After which nothing more is waited for.
  public static final int SECONDS = Apart.SECONDS;

  /// A page of a PDF, counted from 1, as PNG.
  public Optional<byte[]> page(byte[] pdf, int page) {
    return page < 1 ? Optional.empty() : PdfWork.page(sheets, pdf, page);
  }

  /// All sheets as one PDF, in their order; nothing when one of them cannot be shown.
  public Optional<byte[]> joined(List<Sheet> all) {
    return PdfWork.joined(sheets, all);
  }
}
