package id.kentongan.integrations.postgres;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/// Who may enter the console, and who is in. Passwords come and go as Argon2id hashes, sessions as
/// the hash of their token.
public final class Officers {
  private final Database database;

  public Officers(Database database) {
    this.database = database;
  }

  /// False when the name is taken.
  public Future<Boolean> add(String name, String password) {
    return database.transact(
        handle ->
            handle.execute(
                    "insert into officers (name, password) values (?, ?) on conflict do nothing",
                    name,
                    password)
                == 1);
  }

  public Future<Optional<String>> password(String name) {
    return database.transact(
        handle ->
            handle
                .createQuery("select password from officers where name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
  }

  /// Lets an officer in until then; sessions that are over go.
  public Future<Void> enter(byte[] token, String name, Instant now, Instant until) {
    return database
        .transact(
            handle -> {
              handle.execute(
                  "delete from officer_sessions where until < ?", now.atOffset(ZoneOffset.UTC));
              return handle.execute(
                  "insert into officer_sessions values (?, ?, ?)",
                  token,
                  name,
                  until.atOffset(ZoneOffset.UTC));
            })
        .mapEmpty();
  }

  /// Who holds this token now.
  public Future<Optional<String>> who(byte[] token, Instant now) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    "select officer from officer_sessions where token = :token and until > :now")
                .bind("token", token)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapTo(String.class)
                .findOne());
  }

  public Future<Void> leave(byte[] token) {
    return database
        .transact(handle -> handle.execute("delete from officer_sessions where token = ?", token))
        .mapEmpty();
  }
}
