package id.kentongan.bot.console;

import id.kentongan.integrations.crypto.Argon2id;
import id.kentongan.integrations.postgres.accounts.OfficerSessions;
import id.kentongan.integrations.postgres.accounts.Officers;
import id.kentongan.integrations.postgres.accounts.Role;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `/console/petugas`: the officers' accounts. A new one, or one whose password was forgotten, gets
/// a password that is shown once and must be replaced at the next sign-in.
final class AccountsPage implements Page {
  private static final String PATH = "/petugas";

  private final Hashing hashing;
  private final Officers officers;
  private final OfficerSessions sessions;

  AccountsPage(Hashing hashing, SignIn.Accounts accounts) {
    this.hashing = hashing;
    this.officers = accounts.officers();
    this.sessions = accounts.sessions();
  }

  @Override
  public List<Address> addresses() {
    return List.of(
        Address.get(PATH, Permission.ACCOUNTS, visit -> show(visit, "", "", "")),
        Address.post(PATH, Permission.ACCOUNTS, this::add),
        Address.post(PATH + "/peran", Permission.ACCOUNTS, this::role),
        Address.post(PATH + "/sandi", Permission.ACCOUNTS, this::renew),
        Address.post(PATH + "/kode", Permission.ACCOUNTS, this::forget),
        Address.post(PATH + "/keluarkan", Permission.ACCOUNTS, this::revoke),
        Address.post(PATH + "/tutup", Permission.ACCOUNTS, this::close));
  }

  private Future<Reply> show(Visit visit, String fault, String name, String password) {
    return officers
        .all()
        .map(
            all -> {
              var model = new HashMap<String, Object>();
              model.put("accounts", all);
              model.put("roles", Role.values());
              model.put("fault", fault);
              model.put("fresh", name);
              model.put("password", password);
              model.put("told", visit.query("hasil"));
              model.put("name", fault.isEmpty() ? "" : visit.field("name"));
              model.put("shown", fault.isEmpty() ? "" : visit.field("shown"));
              model.put("role", visit.field("role"));
              return new Reply.Shown(fault.isEmpty() ? 200 : 400, "accounts", model);
            });
  }

  private Future<Reply> add(Visit visit) {
    String name = visit.field("name");
    String shown = visit.field("shown");
    Optional<Role> role = role(visit.field("role"));
    if (!name.matches("[a-z0-9.-]{2,60}") || role.isEmpty() || !shown.matches("[^\n\t]{2,60}")) {
      return show(visit, "name", "", "");
    }
    String password = Passwords.fresh();
    return hash(password)
        .compose(
            hash ->
                officers.add(visit.name(), new Officers.New(name, shown, role.get(), hash, true)))
        .compose(added -> added ? show(visit, "", name, password) : show(visit, "taken", "", ""));
  }

  private Future<Reply> renew(Visit visit) {
    String password = Passwords.fresh();
    String name = visit.field("account");
    return hash(password)
        .compose(hash -> officers.renewPassword(visit.name(), name, hash, true))
        .compose(done -> show(visit, "", name, password));
  }

  private Future<Reply> role(Visit visit) {
    Optional<Role> role = role(visit.field("role"));
    return role.isEmpty() || own(visit)
        ? show(visit, "own", "", "")
        : back("peran", officers.role(visit.name(), visit.field("account"), role.get()));
  }

  private Future<Reply> forget(Visit visit) {
    return back("kode", officers.forgetFactor(visit.name(), visit.field("account")));
  }

  private Future<Reply> revoke(Visit visit) {
    return back("keluar", sessions.revoke(visit.name(), visit.field("account")));
  }

  private Future<Reply> close(Visit visit) {
    boolean closed = visit.field("closed").equals("true");
    return own(visit)
        ? show(visit, "own", "", "")
        : back(
            closed ? "tutup" : "buka",
            officers.close(visit.name(), visit.field("account"), closed));
  }

  /// why: whoever shuts themselves out leaves nobody to let them in again.
  private static boolean own(Visit visit) {
    return visit.field("account").equals(visit.name());
  }

  private static Future<Reply> back(String told, Future<Void> done) {
    return done.map(nothing -> new Reply.See("/console" + PATH + "?hasil=" + told));
  }

  private Future<String> hash(String password) {
    return hashing.of(() -> Argon2id.hash(password));
  }

  private static Optional<Role> role(String text) {
    return Stream.of(Role.values()).filter(role -> role.name().equals(text)).findFirst();
  }
}
