package id.kentongan.dialogs.content;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A province, regency, district or village by its Kemendagri code (`35`, `35.10`, `35.10.17`,
/// `35.10.17.2003`) and its name.
public record Region(String code, String name) {
  private static final Pattern CODE =
      Pattern.compile("([1-9][0-9])(?:\\.?([0-9]{2})(?:\\.?([0-9]{2})(?:\\.?([123][0-9]{3}))?)?)?");

  /// A code as files write it, with dots or without; empty when it is none. The number of a village
  /// begins with 1, 2 or 3, by which the statistical office's other codes are known.
  public static Optional<String> codeOf(String text) {
    Matcher code = CODE.matcher(text.strip());
    if (!code.matches()) {
      return Optional.empty();
    }
    var parts = new java.util.StringJoiner(".");
    for (int i = 1; i <= code.groupCount() && code.group(i) != null; i++) {
      parts.add(code.group(i));
    }
    return Optional.of(parts.toString());
  }

  /// A text's words as they are compared: small letters without accents, and digits.
  public static List<String> words(String text) {
    return PlaceText.words(text);
  }

  /// The name as it is compared: small letters and digits alone.
  public String key() {
    return String.join("", PlaceText.words(shown()));
  }

  public boolean village() {
    return code.length() == 13;
  }

  /// The code of what it lies in; empty for a province.
  public String parent() {
    return code.substring(0, Math.max(0, code.lastIndexOf('.')));
  }

  /// The name as shown: `KAB. BANYUWANGI` becomes `Banyuwangi`; a `Kota` keeps its word.
  public String shown() {
    String bare = name.strip().replaceFirst("(?i)^(kabupaten|kab\\.?)\\s+", "");
    return bare.equals(bare.toUpperCase(Locale.ROOT)) ? capitalised(bare) : bare;
  }

  private static String capitalised(String name) {
    return Arrays.stream(name.toLowerCase(Locale.ROOT).split("\\s+"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining(" "));
  }
}
