package id.kentongan.integrations;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/// What came of one HTTP request to a provider.
public sealed interface Exchanged {
  /// An answer, whatever its status.
  record Answered(int status, MultiMap headers, Buffer body) implements Exchanged {}

  /// The request did not leave: no connection within the time.
  record Unreachable(String why) implements Exchanged {}

  /// The request left, its answer did not come: it may have been done.
  record Lost(String why) implements Exchanged {}
}
