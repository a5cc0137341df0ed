package id.kentongan.bot.made;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.Papers;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.values.Language;
import id.kentongan.integrations.documents.Page;
import id.kentongan.integrations.documents.Pdf;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What stands on the page of a claim: the official form's fields as far as they are known, the
/// papers photographed, the time at the branch, and a code by which anyone checks it. `publicUrl`:
/// where the world checks codes; empty where it cannot, then the QR code holds the code alone.
public record ClaimPage(Supplier<Content> content, String publicUrl) {
  private static final Locale INDONESIAN = Locale.of("id");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", INDONESIAN);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu 'pukul' HH.mm", INDONESIAN);

  Drawn drawn(Answer.ClaimRead claim) {
    return new Drawn(claim.number() + ".pdf", Pdf.TYPE, Buffer.buffer(Pdf.bytes(of(claim))));
  }

  Page of(Answer.ClaimRead claim) {
    Answer.Family family = claim.family();
    String nik = family.nik();
    var rows =
        List.of(
            row("number", claim.number()),
            row("code", claim.code().text()),
            row("deceased", family.deceased()),
            row("nik", nik == null ? say("no-nik") : nik),
            row("died", DAY.format(family.died())),
            row("heir", family.heir()),
            row("relation", family.relation().value()),
            row("office", claim.office()),
            row("visit", visit(claim.visit())),
            row("papers", papers(claim.papers())));
    return new Page(
        say(claim.sample() ? "title-sample" : "title"),
        List.of(
            new Page.Fields(List.of(say("field"), say("value")), rows),
            new Page.Words(say("missing")),
            new Page.Words(say("note")),
            new Page.Code(address(claim.code().text()))));
  }

  private List<String> row(String key, String value) {
    return List.of(say(key), value);
  }

  private String visit(@Nullable Instant at) {
    return at == null ? say("no-visit") : TIME.format(at.atZone(content.get().rules().zone()));
  }

  private String papers(List<String> keys) {
    Map<String, Papers.Paper> known = content.get().papers().byKey();
    String names =
        keys.stream()
            .flatMap(key -> Optional.ofNullable(known.get(key)).stream())
            .map(Papers.Paper::name)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? say("none") : names;
  }

  private String address(String code) {
    return publicUrl.isEmpty() ? code : publicUrl + "/verify/" + code;
  }

  private String say(String key) {
    return content.get().words().say(Language.INDONESIAN, "visit.sheet." + key);
  }
}
