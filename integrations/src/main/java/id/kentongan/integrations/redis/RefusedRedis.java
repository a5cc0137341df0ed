package id.kentongan.integrations.redis;

import id.kentongan.integrations.Unreachable;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// What an operator is told when Redis cannot be entered at a start: its address, what is wrong
/// with it, what to do. Without secrets.
final class RefusedRedis {
  private RefusedRedis() {}

  static Unreachable told(Throwable failure, RedisSettings settings) {
    String where =
        settings.members().stream()
            .map(one -> one.getHost() + ':' + one.getPort())
            .collect(Collectors.joining(", "));
    return chain(failure)
        .map(RefusedRedis::known)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .map(text -> new Unreachable("redis.uri: " + text.formatted(where)))
        .orElseGet(() -> new Unreachable("redis.uri", failure));
  }

  /// Empty where nothing is known of it.
  private static String known(Throwable cause) {
    String said = Objects.requireNonNullElse(cause.getMessage(), "");
    return switch (cause) {
      case UnknownHostException _ -> "no machine has the name in %s; mend it, or the DNS";
      case ConnectException _ -> "nothing listens at %s; start it, or mend host and port";
      case SSLException _ -> "TLS with %s fails; see redis.trust, and whether it speaks TLS";
      case Throwable _ when said.startsWith("WRONGPASS") ->
          "%s does not take the password in the address; give the right one";
      case Throwable _ when said.startsWith("NOAUTH") ->
          "%s asks for a password; write it into the address, redis://:PASSWORD@...";
      case Throwable _ when said.startsWith("NOPERM") ->
          "the user in the address may not do at %s what it must; see its ACL";
      case Throwable _ when said.startsWith("READONLY") ->
          "%s is a replica; name its master, or all members of the cluster";
      case Throwable _ when said.contains("unknown command") && said.contains("FUNCTION") ->
          "%s is older than Redis 7.0 and knows no functions; use a newer one";
      case Throwable _ when said.contains("initialization timed out") ->
          "no answer from %s; does it speak TLS (rediss://) or not (redis://), is a firewall"
              + " between";
      case Throwable _ -> "";
    };
  }

  private static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
  }
}
