package id.kentongan.integrations;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// A backup as a store sees it: parts with a name each, such as `postgres/people`.
public final class BackupParts {
  private BackupParts() {}

  /// Takes parts one after another.
  @FunctionalInterface
  public interface Out {
    /// Calls `content` with the part's stream, which is not to be closed.
    void add(String name, Content content) throws IOException;
  }

  /// Gives parts back.
  @FunctionalInterface
  public interface In {
    /// The part's stream, closed by the caller; fails when there is no such part.
    InputStream open(String name) throws IOException;
  }

  /// Writes one part.
  @FunctionalInterface
  public interface Content {
    void to(OutputStream out) throws IOException;
  }
}
