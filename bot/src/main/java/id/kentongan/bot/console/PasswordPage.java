package id.kentongan.bot.console;

import id.kentongan.integrations.crypto.Argon2id;
import id.kentongan.integrations.postgres.accounts.Absences;
import id.kentongan.integrations.postgres.accounts.OfficerSessions;
import id.kentongan.integrations.postgres.accounts.Officers;
import id.kentongan.integrations.postgres.accounts.SignInTries;
import id.kentongan.integrations.postgres.accounts.SignInTries.Who;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `/console/sandi`: one's own account: another password, and where one is in.
final class PasswordPage implements Page {
  static final String PATH = "/sandi";
  static final int SHORTEST = 10;

  private final Hashing hashing;
  private final Officers officers;
  private final OfficerSessions sessions;
  private final SignInTries tries;
  private final KnownBrowsers browsers;
  private final Absences absences;

  PasswordPage(Hashing hashing, SignIn.Accounts accounts, Absences absences) {
    this.absences = absences;
    this.hashing = hashing;
    this.officers = accounts.officers();
    this.sessions = accounts.sessions();
    this.tries = accounts.tries();
    this.browsers = accounts.browsers();
  }

  @Override
  public List<Address> addresses() {
    return List.of(
        Address.get(PATH, Permission.SELF, visit -> show(visit, 200, "")),
        Address.post(PATH + "/absen", Permission.SELF, this::away),
        Address.post(PATH, Permission.SELF, this::change));
  }

  private Future<Reply> show(Visit visit, int status, String fault) {
    return sessions
        .of(visit.name())
        .compose(
            own ->
                absences
                    .of(visit.name())
                    .map(
                        away -> {
                          var model = new HashMap<String, @Nullable Object>();
                          model.put("fault", fault);
                          model.put("sessions", own);
                          model.put("away", away.orElse(null));
                          return new Reply.Shown(status, "password", model);
                        }));
  }

  private Future<Reply> away(Visit visit) {
    return AwayDate.set(absences, visit, visit.name())
        .compose(
            done ->
                done
                    ? Future.succeededFuture(new Reply.See("/console" + PATH))
                    : show(visit, 400, "day"));
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
    Who who = browsers.who(visit.route().request(), visit.name());
    return tries
        .free(who)
        .compose(free -> officers.password(visit.name()).map(hash -> hash.filter(known -> free)))
        .compose(
            hash ->
                hashing.of(
                    () ->
                        hash.filter(known -> Argon2id.fits(old, known))
                            .map(known -> Argon2id.hash(chosen))))
        .compose(
            hash ->
                hash.isEmpty()
                    ? tries.wrongPassword(who).compose(noted -> show(visit, 401, "wrong"))
                    : officers
                        .renewPassword(visit.name(), visit.name(), hash.get(), false)
                        .map(changed -> new Reply.See("/console/masuk?hasil=sandi")));
  }
}
