package id.kentongan.integrations;

import io.vertx.core.Future;

/// What an operator wants to see of the store of conversations.
public interface StoreFigures {
  Future<Figures> figures();

  /// `memory` is the part of the allowed memory in use; `oldestSeconds` how long the effect that
  /// came first has waited; `clockAheadSeconds` how far this node's clock is ahead of the store's.
  record Figures(
      double memory,
      double waiting,
      double oldestSeconds,
      double deadLetters,
      double clockAheadSeconds) {
    public static final Figures UNKNOWN =
        new Figures(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }
}
