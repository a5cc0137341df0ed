package id.kentongan.integrations;

import io.vertx.core.Future;

/// How full the store of conversations is.
public interface StoreLoad {
  Future<Load> read();

  /// `memory` the part of the allowed memory in use, of the fullest server, 0 where none is set;
  /// `waiting` how many effects wait to be done.
  record Load(double memory, long waiting) {}
}
