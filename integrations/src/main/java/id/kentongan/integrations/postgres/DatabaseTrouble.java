package id.kentongan.integrations.postgres;

import id.kentongan.integrations.Unreachable;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Why a database does not do what it is asked, in an operator's words: the setting, its value,
/// what to do. Without secrets and without anything of a row.
///
/// Source: https://www.postgresql.org/docs/current/errcodes-appendix.html
final class DatabaseTrouble {
  /// why: nobody says when a disk has room again, and a gateway is not to stay away for long then.
  private static final long COUNTS_NANOS = Duration.ofSeconds(20).toNanos();

  private final DatabaseUrl url;
  private final LongSupplier nanos;
  private volatile @Nullable Noted last;

  private record Noted(String text, boolean lost, long at) {}

  DatabaseTrouble(DatabaseUrl url, LongSupplier nanos) {
    this.url = url;
    this.nanos = nanos;
  }

  /// Something failed.
  void failed(Throwable why) {
    told(why, url)
        .ifPresent(text -> last = new Noted(text, Database.isLost(why), nanos.getAsLong()));
  }

  /// Something went well: we are let in.
  void went() {
    Noted noted = last;
    if (noted != null && noted.lost()) {
      last = null;
    }
  }

  /// Why it does not answer, or what it refused of late.
  Optional<String> now() {
    return Optional.ofNullable(last)
        .filter(noted -> noted.lost() || nanos.getAsLong() - noted.at() < COUNTS_NANOS)
        .map(Noted::text);
  }

  /// What is told of a start that failed.
  static Unreachable refused(Throwable why, DatabaseUrl url) {
    return told(why, url)
        .map(Unreachable::new)
        .orElseGet(() -> new Unreachable("database.url", why));
  }

  /// Empty for what the operator has nothing to do with.
  static Optional<String> told(Throwable failure, DatabaseUrl url) {
    String state = state(failure);
    String who = url.user() == null ? "its user" : "the user '" + url.user() + "'";
    return switch (state) {
      case "28P01" ->
          Optional.of(
              "database.password: %s does not take this one for %s; give that user's password"
                  .formatted(url, who));
      case "28000" ->
          Optional.of(
              "database.user: %s does not let %s in (%s); make the role, or let it in by pg_hba.conf"
                  .formatted(url, who, said(failure)));
      case "3D000" ->
          Optional.of(
              "database.url: there is no such database at %s; make it (createdb), or mend the name"
                  .formatted(url));
      case "42501" ->
          Optional.of(
              "database.user: %s may not do at %s what it must (%s); make it the database's owner"
                  .formatted(who, url, said(failure)));
      case "53300" ->
          Optional.of(
              "database.url: %s has no connection left; a gateway takes up to %d: raise"
                      .formatted(url, Database.CONNECTIONS)
                  + " max_connections, or the role's limit");
      case "53100" -> Optional.of("the disk of %s is full; make room there".formatted(url));
      case "53200" -> Optional.of("%s has no memory left".formatted(url));
      case "25006" ->
          Optional.of(
              "database.url: %s can only be read, as a standby; name the primary".formatted(url));
      case "57P03" -> Optional.of("%s is starting or recovering; wait for it".formatted(url));
      default -> state.isEmpty() || state.startsWith("08") ? way(failure, url) : Optional.empty();
    };
  }

  private static Optional<String> way(Throwable failure, DatabaseUrl url) {
    return chain(failure)
        .<Optional<String>>map(
            cause ->
                switch (cause) {
                  case UnknownHostException _ ->
                      Optional.of(
                          "database.url: no machine has the name in %s; mend it, or the DNS"
                              .formatted(url));
                  case SSLException tls ->
                      Optional.of(
                          "database.url: TLS with %s fails (%s); see its sslmode and sslrootcert"
                              .formatted(url, tls.getMessage()));
                  case SocketTimeoutException _, NoRouteToHostException _ ->
                      Optional.of(silent(url));
                  case ConnectException _ ->
                      Optional.of(
                          "database.url: nothing listens at %s; start it, or mend host and port"
                              .formatted(url));
                  default -> Optional.empty();
                })
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> rejected(failure, url));
  }

  /// The driver itself gave up: nothing was said, or TLS or a password is asked for and there is
  /// none.
  private static Optional<String> rejected(Throwable failure, DatabaseUrl url) {
    return switch (state(failure)) {
      case "08001" -> Optional.of(silent(url));
      case "08004" -> Optional.of("database.url: %s: %s".formatted(url, said(failure)));
      default -> Optional.empty();
    };
  }

  private static String silent(DatabaseUrl url) {
    return "database.url: no answer from %s; is it a PostgreSQL, is the machine there, and no firewall between?"
        .formatted(url);
  }

  private static String state(Throwable failure) {
    return innermost(failure).map(SQLException::getSQLState).orElse("");
  }

  private static String said(Throwable failure) {
    return innermost(failure)
        .map(e -> Objects.requireNonNullElse(e.getMessage(), "").lines().findFirst().orElse(""))
        .orElse("");
  }

  private static Optional<SQLException> innermost(Throwable failure) {
    return chain(failure)
        .flatMap(e -> e instanceof SQLException told ? Stream.of(told) : Stream.empty())
        .filter(told -> told.getSQLState() != null)
        .reduce((outer, inner) -> inner);
  }

  private static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
  }
}
