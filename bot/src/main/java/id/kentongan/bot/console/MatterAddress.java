package id.kentongan.bot.console;

import java.util.Map;

/// Where a matter stands below `/console`, by its number; a person by `person/8`.
final class MatterAddress {
  private static final Map<String, String> PARTS =
      Map.of(
          "DFT", "pendaftaran/",
          "JKM", "klaim/",
          "JKK", "kecelakaan/",
          "BYR", "pembayaran/",
          "ADD", "add/");

  private MatterAddress() {}

  static String of(String matter) {
    String part = PARTS.get(matter.replaceFirst("-.*", ""));
    return part == null ? matter.replaceFirst("^person/", "data/") : part + matter;
  }
}
