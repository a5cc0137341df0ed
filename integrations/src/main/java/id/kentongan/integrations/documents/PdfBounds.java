package id.kentongan.integrations.documents;

import java.util.regex.Pattern;

/// Looks through a PDF before a reader makes room for what it claims to hold: a hundred bytes may
/// speak of a thousand million objects.
final class PdfBounds {
  private static final int LARGEST_NUMBER = 1_000_000;

  /// Whole numbers of many digits, outside of texts, names and dates.
  private static final Pattern NUMBER =
      Pattern.compile("(?<![0-9A-Za-z.:(<+_/-])[0-9]{7,}+(?![0-9A-Za-z.:-])");

  /// A letter or digit of a name written by its number, which nobody does who hides nothing; where
  /// text stands before it, because by chance it is in every sixth scan of 5 MB.
  private static final Pattern HIDDEN =
      Pattern.compile(
          "/(?<=[\\t\\n"
              + "\\r"
              + " -~]{12}/)[!-~&&[^/#()<>\\[\\]]]{0,40}+#(?:3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa])");

  private PdfBounds() {}

  /// `pdf`: a character a byte. Places in the file are numbers too.
  static boolean hold(String pdf) {
    int most = Math.max(LARGEST_NUMBER, pdf.length());
    return !HIDDEN.matcher(pdf).find()
        && NUMBER
            .matcher(pdf)
            .results()
            .map(found -> found.group().replaceFirst("^0+(?=.)", ""))
            .allMatch(number -> number.length() < 10 && Integer.parseInt(number) <= most);
  }
}
