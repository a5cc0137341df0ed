package id.kentongan.integrations;

import io.vertx.core.Future;

/// Which broadcasts officers stopped: what was let into conversations and not handed to a messenger
/// yet is not sent any more.
public interface Recalls {
  Future<Boolean> stopped(long broadcast);
}
