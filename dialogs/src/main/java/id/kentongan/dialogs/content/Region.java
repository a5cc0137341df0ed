package id.kentongan.dialogs.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// A province, regency, district or village by its Kemendagri code (`35`, `35.10`, `35.10.17`,
/// `35.10.17.2003`) and its name.
public record Region(String code, String name) {
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
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining(" "));
  }
}
