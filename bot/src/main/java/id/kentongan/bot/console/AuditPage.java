package id.kentongan.bot.console;

import id.kentongan.integrations.postgres.AuditTrail;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;

/// `/console/audit`: who did what, who looked at what; and whether all of it is still there.
final class AuditPage implements Page {
  private static final int MOST = 200;

  private final AuditTrail trail;

  AuditPage(AuditTrail trail) {
    this.trail = trail;
  }

  @Override
  public List<Address> addresses() {
    return List.of(
        Address.get("/audit", Permission.AUDIT, this::show),
        Address.search("/audit", Permission.AUDIT),
        Address.post("/audit/periksa", Permission.AUDIT, this::check));
  }

  private Future<Reply> show(Visit visit) {
    String officer = visit.field("petugas");
    String matter = visit.field("perkara");
    return trail
        .entries(officer, matter, MOST)
        .map(
            entries ->
                Reply.shown(
                    "audit", Map.of("entries", entries, "officer_", officer, "matter", matter)));
  }

  private Future<Reply> check(Visit visit) {
    return trail.verify().map(verdict -> Reply.shown("audit-check", Map.of("verdict", verdict)));
  }
}
