package id.kentongan.bot.console;

import id.kentongan.integrations.postgres.accounts.OfficerSessions;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/// `/console`: leads everybody to where their work is; and lets them out.
final class HomePage implements Page {
  private final OfficerSessions sessions;
  private final Keys keys;

  HomePage(OfficerSessions sessions, Keys keys) {
    this.sessions = sessions;
    this.keys = keys;
  }

  @Override
  public List<Address> addresses() {
    return List.of(
        Address.get("", Permission.SELF, visit -> Future.succeededFuture(home(visit))),
        Address.post("/keluar", Permission.SELF, this::leave));
  }

  private static Reply home(Visit visit) {
    return new Reply.See(
        switch (visit.officer().role()) {
          case OFFICER, SUPERVISOR -> "/console/tunggu";
          case EDITOR -> "/console/isi";
          case ADMINISTRATOR -> "/console/petugas";
          case AUDITOR -> "/console/audit";
        });
  }

  private Future<Reply> leave(Visit visit) {
    return sessions
        .leave(Keys.hash(visit.token()))
        .map(
            left -> {
              visit.route().response().addCookie(keys.cookie("", Duration.ZERO));
              return new Reply.See("/console/masuk?hasil=keluar");
            });
  }
}
