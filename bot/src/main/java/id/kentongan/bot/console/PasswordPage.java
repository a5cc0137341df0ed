package id.kentongan.bot.console;

import id.kentongan.integrations.postgres.OfficerSessions;
import id.kentongan.integrations.postgres.Officers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;

/// `/console/sandi`: one's own account: another password, and where one is in.
final class PasswordPage implements Page {
  static final String PATH = "/sandi";
  static final int SHORTEST = 10;

  private final Vertx vertx;
  private final Officers officers;
  private final OfficerSessions sessions;

  PasswordPage(Vertx vertx, SignIn.Accounts accounts) {
    this.vertx = vertx;
    this.officers = accounts.officers();
    this.sessions = accounts.sessions();
  }

  @Override
  public List<Address> addresses() {
    return List.of(
        Address.get(PATH, Permission.SELF, visit -> show(visit, 200, "")),
        Address.post(PATH, Permission.SELF, this::change));
  }

  private Future<Reply> show(Visit visit, int status, String fault) {
    return sessions
        .of(visit.name())
        .map(own -> new Reply.Shown(status, "password", Map.of("fault", fault, "sessions", own)));
  }

  private Future<Reply> change(Visit visit) {
    String old = visit.route().request().getFormAttribute("old");
    String chosen = visit.route().request().getFormAttribute("new");
    if (old == null || chosen == null || chosen.length() < SHORTEST) {
      return show(visit, 400, "short");
    }
    if (old.equals(chosen)) {
      return show(visit, 400, "same");
    }
    return officers
        .password(visit.name())
        .compose(
            hash ->
                vertx.executeBlocking(
                    () ->
                        hash.filter(known -> Passwords.fits(old, known))
                            .map(known -> Passwords.hash(chosen)),
                    false))
        .compose(
            hash ->
                hash.isEmpty()
                    ? officers.wrong(visit.name()).compose(noted -> show(visit, 401, "wrong"))
                    : officers
                        .renewPassword(visit.name(), visit.name(), hash.get(), false)
                        .map(changed -> new Reply.See("/console/masuk")));
  }
}
