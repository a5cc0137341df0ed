package id.kentongan.bot.console;

import id.kentongan.dialogs.content.Content;
import id.kentongan.integrations.postgres.audit.AuditTrail;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// `/console/audit`: who did what, who looked at what; and whether all of it is still there.
final class AuditPage implements Page {
  private static final int MOST = 200;

  /// What has no number of ours in the audit: the first part of its name there.
  private static final List<String> ABOUT =
      List.of(
          "talk",
          "person",
          "officer",
          "agent",
          "content",
          "model",
          "broadcast",
          "budget",
          "file",
          "letter");

  private final AuditTrail trail;
  private final UnaryOperator<String> words;

  AuditPage(AuditTrail trail, Supplier<Content> content) {
    this.trail = trail;
    this.words = Templates.words(content);
  }

  @Override
  public List<Address> addresses() {
    return List.of(
        Address.get("/audit", Permission.AUDIT, this::show),
        Address.search("/audit", Permission.AUDIT),
        Address.post("/audit/periksa", Permission.AUDIT, this::check));
  }

  private Future<Reply> show(Visit visit) {
    String officer = visit.field("petugas").toLowerCase(Locale.ROOT);
    String matter = named(words, visit.field("perkara"));
    String before = visit.query("sebelum");
    long place = before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
    return trail
        .entries(officer, matter, place, MOST)
        .map(
            entries -> {
              var model = new HashMap<String, Object>();
              model.put("entries", entries);
              model.put("officer_", officer);
              model.put("matter", matter);
              model.put("next", entries.size() == MOST ? entries.getLast().place() : "");
              return Reply.shown("audit", model);
            });
  }

  /// What the audit calls something that was told in words (`percakapan 3`) or as it stands there.
  static String named(UnaryOperator<String> words, String told) {
    return ABOUT.stream()
        .filter(kind -> told.startsWith(words.apply("console.matter." + kind) + ' '))
        .findFirst()
        .map(
            kind -> kind + '/' + told.substring(words.apply("console.matter." + kind).length() + 1))
        .orElse(told.matches("[a-z]{3}-.*") ? told.toUpperCase(Locale.ROOT) : told);
  }

  private Future<Reply> check(Visit visit) {
    return trail.verify().map(verdict -> Reply.shown("audit-check", Map.of("verdict", verdict)));
  }
}
