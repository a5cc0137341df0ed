package id.kentongan.bot.village;

import id.kentongan.bot.made.Drawn;
import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.values.Language;
import id.kentongan.integrations.Villages.Certificate;
import id.kentongan.integrations.documents.Page;
import id.kentongan.integrations.documents.Pdf;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The page that says that a village is a Desa Sadar, with a code by which anyone checks it.
/// `publicUrl`: where the world checks codes; empty where it cannot, then the QR code holds the
/// code alone.
public record CertificatePage(Words words, ZoneId zone, String publicUrl) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of("id"));

  public Drawn drawn(Certificate certificate) {
    String name = "sertifikat desa sadar " + certificate.village();
    return Drawn.of(name, ".pdf", Pdf.TYPE, Pdf.bytes(page(certificate)));
  }

  private Page page(Certificate certificate) {
    var rows = new ArrayList<List<String>>();
    rows.add(row("number", certificate.number()));
    rows.add(row("basis", certificate.basis()));
    rows.add(row("given", DAY.format(certificate.given().atZone(zone))));
    Certificate.Figures figures = certificate.figures();
    if (figures.workers() > 0 && figures.covered() > 0) {
      rows.add(
          row(
              "coverage",
              say(
                  "of",
                  Map.of(
                      "peserta", Terms.number(figures.covered()),
                      "pekerja", Terms.number(figures.workers()),
                      "masa", Terms.month(figures.month())))));
    }
    rows.add(row("code", certificate.code().text()));
    return new Page(
        say("title", Map.of()),
        List.of(
            new Page.Words(say("text", Map.of("nama", certificate.village()))),
            new Page.Fields(List.of(say("field", Map.of()), say("value", Map.of())), rows),
            new Page.Words(say("note", Map.of())),
            new Page.Code(address(certificate.code().text()))));
  }

  private String address(String code) {
    return publicUrl.isEmpty() ? code : publicUrl + "/verify/" + code;
  }

  private List<String> row(String key, String value) {
    return List.of(say(key, Map.of()), value);
  }

  private String say(String key, Map<String, String> values) {
    return words.say(Language.INDONESIAN, "village.certificate." + key, values);
  }
}
