package id.kentongan.bot.console;

import id.kentongan.integrations.postgres.officers.Boards.Kind;
import java.util.Map;

/// Where a matter stands below `/console`, by its number (`/klaim/JKM-2026-000001`); a person by
/// `person/8`.
final class MatterAddress {
  private static final Map<String, String> PATHS =
      Map.of(
          "DFT", BoardPage.path(Kind.ENROLMENTS),
          "JKM", BoardPage.path(Kind.CLAIMS),
          "JKK", BoardPage.path(Kind.ACCIDENTS),
          "BYR", PaymentsPage.PATH,
          "ADD", SponsorshipsPage.PATH);

  private MatterAddress() {}

  static String of(String matter) {
    String path = PATHS.get(matter.replaceFirst("-.*", ""));
    return path == null ? '/' + matter.replaceFirst("^person/", "data/") : path + '/' + matter;
  }
}
