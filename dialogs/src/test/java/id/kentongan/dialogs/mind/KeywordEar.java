package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.ear.Ear;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.ear.Understood.Certainty;
import id.kentongan.dialogs.ear.Understood.Guess;
import id.kentongan.dialogs.values.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// An Ear for transcripts: knows a few phrases for certain, so that a transcript tests the
/// conversation and not the trained model: `??` asks between two, `motor` is an accident or a
/// death, `gimana ini` is likely a question of paying, `statusnya` one of two about one's
/// membership, anything else is not understood, and one telling word gives the language away.
final class KeywordEar implements Ear {
  private static final List<Map.Entry<String, String>> PHRASES =
      List.of(
          Map.entry("kecelakaan pas kerja", "ask.jkk"),
          Map.entry("ditanggung apa", "ask.jkk"),
          Map.entry("wafat dapat", "ask.jkm"),
          Map.entry("beasiswa anak", "ask.scholarship"),
          Map.entry("terlindungi", "village.coverage"),
          Map.entry("cakupan", "village.coverage"),
          Map.entry("add", "village.budget"),
          Map.entry("anggaran", "village.budget"),
          Map.entry("mau daftar", "enroll.start"),
          Map.entry("berapa iuran", "ask.contribution"),
          Map.entry("penipuan", "ask.fraud"),
          Map.entry("aman kah", "privacy.ask"),
          Map.entry("bisa ikut", "ask.eligibility"),
          Map.entry("jkm dapat", "ask.jkm"),
          Map.entry("kapan dibalas", "complaint"),
          Map.entry("nanti dulu", "hesitate"),
          Map.entry("lanjut daftar", "enroll.start"),
          Map.entry("kalau", "ask.contribution"),
          Map.entry("cara bayar", "ask.payment"),
          Map.entry("ahli waris itu", "ask.heirs"),
          Map.entry("siapa yang bayar", "ask.discount"),
          Map.entry("sudah aktif belum", "status.membership"),
          Map.entry("sampai mana", "status.claim"),
          Map.entry("berapa lama cairnya", "ask.claim.time"),
          Map.entry("terus gimana", "help"),
          Map.entry("nanti dulu", "hesitate"),
          // Sounds like a death, and like going back in Banjar.
          Map.entry("bapak ga ada", "claim.jkm.start"),
          Map.entry("lagi ga ada", "claim.jkm.start"),
          Map.entry("saya udah ga ada", "claim.jkm.start"),
          Map.entry("tenggelam kemarin", "claim.jkm.start"),
          Map.entry("bulik nya", "back"),
          Map.entry("bukan saya", "deny"),
          Map.entry("mau ambil jht", "ask.jht.withdraw"),
          Map.entry("ketabrak truk", "claim.jkk.start"),
          Map.entry("waktu nderes, meninggal di tempat", "claim.jkk.start"),
          Map.entry("meninggal", "claim.jkm.start"),
          Map.entry("kecelakaan kerja", "claim.jkk.start"),
          Map.entry("cuma kecelakaan", "claim.jkk.start"),
          Map.entry("ganti bahasa", "language.change"),
          Map.entry("pengingat", "reminder.change"),
          Map.entry("terima kasih", "thanks"),
          Map.entry("mau bicara orang", "human"),
          Map.entry("lama sekali pelayanannya", "complaint"),
          Map.entry("daftar banyak", "enroll.batch"),
          Map.entry("daftarkan banyak", "enroll.batch"),
          Map.entry("daftarkan", "enroll.other"),
          Map.entry("saya agen", "agent.login"),
          Map.entry("rekap", "agent.recap"),
          Map.entry("badhe ndaftar", "enroll.start"),
          Map.entry("pinten iuranipun", "ask.contribution"),
          Map.entry("menawi", "ask.contribution"),
          Map.entry("kula seda", "claim.jkm.start"),
          Map.entry("handak mandaftar", "enroll.start"),
          Map.entry("berapa iuran sebulan", "ask.contribution"),
          Map.entry("barapa iurannya", "ask.contribution"),
          Map.entry("amun", "ask.contribution"),
          Map.entry("ulun maninggal", "claim.jkm.start"),
          // A bare value that sounds like another wish.
          Map.entry("enam bulan", "back"),
          Map.entry("halo", "greet"),
          Map.entry("surat apa", "ask.claim.documents"),
          Map.entry("agen itu apa", "ask.agent"),
          Map.entry("jht itu apa", "ask.jht"),
          Map.entry("sudah punya kartu", "claim.jkm.start"));

  private static final Map<String, Language> TONGUES =
      Map.of(
          "kula", Language.JAVANESE,
          "pinten", Language.JAVANESE,
          "ulun", Language.BANJAR,
          "barapa", Language.BANJAR,
          "abdi", Language.SUNDANESE,
          "lon", Language.OTHER,
          "saya", Language.INDONESIAN);

  @Override
  public Understood hear(String text) {
    String normal = text.toLowerCase(Locale.ROOT);
    if (normal.contains("??")) {
      return heard(text, normal, Certainty.BETWEEN, "ask.jkm", "ask.jkk");
    }
    if (normal.contains("motor")) {
      return heard(text, normal, Certainty.BETWEEN, "claim.jkk.start", "claim.jkm.start");
    }
    if (normal.contains("gimana ini")) {
      return heard(text, normal, Certainty.BETWEEN, "ask.payment");
    }
    if (normal.contains("statusnya")) {
      return heard(text, normal, Certainty.BETWEEN, "status.contribution", "status.membership");
    }
    return PHRASES.stream()
        .filter(e -> normal.contains(e.getKey()))
        .map(e -> heard(text, normal, Certainty.SURE, e.getValue()))
        .findFirst()
        .orElseGet(() -> heard(text, normal, Certainty.UNSURE, "out_of_scope"));
  }

  /// `berapa iuran sama cara bayar` asks twice.
  private static List<String> apart(String normal) {
    List<String> parts = List.of(normal.split(" sama "));
    return parts.size() < 2
        ? List.of()
        : parts.stream()
            .flatMap(part -> PHRASES.stream().filter(e -> part.contains(e.getKey())).limit(1))
            .map(Map.Entry::getValue)
            .distinct()
            .toList();
  }

  private static Understood heard(String text, String normal, Certainty c, String... intents) {
    var guesses = List.of(intents).stream().map(i -> new Guess(i, 0.9 / intents.length)).toList();
    for (String word : normal.split(" ")) {
      if (TONGUES.containsKey(word)) {
        return new Understood(text, normal, TONGUES.get(word), 0.95, guesses, c, apart(normal));
      }
    }
    return new Understood(text, normal, Language.INDONESIAN, 0, guesses, c, apart(normal));
  }
}
