package id.kentongan.integrations.postgres.villages;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Streams rows into a table by COPY, as text.
final class Copy {
  private static final int FULL = 1 << 16;
  private static final HexFormat HEX = HexFormat.of();

  private final CopyIn copy;
  private final StringBuilder waiting = new StringBuilder(FULL + 1024);

  private Copy(CopyIn copy) {
    this.copy = copy;
  }

  /// `target` is a table with its columns, e.g. `incoming (line, code)`.
  static Copy into(Handle handle, String target) {
    try {
      PGConnection connection = handle.getConnection().unwrap(PGConnection.class);
      return new Copy(connection.getCopyAPI().copyIn("copy " + target + " from stdin"));
    } catch (SQLException e) {
      throw new ConnectionException(e);
    }
  }

  /// A row; texts, numbers, booleans, dates, bytes, or nothing.
  void row(@Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      waiting.append(i == 0 ? "" : "\t");
      append(values[i]);
    }
    waiting.append('\n');
    if (waiting.length() >= FULL) {
      flush();
    }
  }

  private void append(@Nullable Object value) {
    switch (value) {
      case null -> waiting.append("\\N");
      case byte[] bytes -> waiting.append("\\\\x").append(HEX.formatHex(bytes));
      default -> escaped(value.toString());
    }
  }

  private void escaped(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> waiting.append("\\\\");
        case '\t' -> waiting.append("\\t");
        case '\n' -> waiting.append("\\n");
        case '\r' -> waiting.append("\\r");
        default -> waiting.append(c);
      }
    }
  }

  private void flush() {
    byte[] bytes = waiting.toString().getBytes(StandardCharsets.UTF_8);
    waiting.setLength(0);
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
    } catch (SQLException e) {
      throw new ConnectionException(e);
    }
  }

  void end() {
    flush();
    try {
      copy.endCopy();
    } catch (SQLException e) {
      throw new ConnectionException(e);
    }
  }

  /// Gives the rows up, so that the connection can go on.
  void cancel() {
    try {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    } catch (SQLException e) {
      throw new ConnectionException(e);
    }
  }
}
