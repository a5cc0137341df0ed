package id.kentongan.integrations.postgres;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// Where a database is and as whom we enter: `jdbc:postgresql://host/db` as it stands, or
/// `postgresql://user:password@host/db`. Prints without the password.
public record DatabaseUrl(String jdbc, @Nullable String user, @Nullable String password) {
  public DatabaseUrl {
    if (!jdbc.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "database.url must begin with jdbc:postgresql:// or postgresql://");
    }
  }

  public static DatabaseUrl parse(String url, @Nullable String user, @Nullable String password) {
    if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
      return new DatabaseUrl(url, user, password);
    }
    try {
      URI uri = new URI(url);
      String[] inside = uri.getRawUserInfo() == null ? new String[0] : split(uri.getRawUserInfo());
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      return new DatabaseUrl(
          "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
          inside.length > 0 ? inside[0] : user,
          inside.length > 1 ? inside[1] : password);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("database.url is not an address: " + e.getReason());
    }
  }

  /// Connections outside any pool.
  DataSource source() {
    var source = new PGSimpleDataSource();
    source.setUrl(jdbc);
    if (user != null) {
      source.setUser(user);
    }
    if (password != null) {
      source.setPassword(password);
    }
    return source;
  }

  private static String[] split(String userInfo) {
    String[] parts = userInfo.split(":", 2);
    for (int i = 0; i < parts.length; i++) {
      parts[i] = URLDecoder.decode(parts[i], StandardCharsets.UTF_8);
    }
    return parts;
  }

  @Override
  public String toString() {
    return jdbc.replaceAll("\\?.*", "");
  }
}
