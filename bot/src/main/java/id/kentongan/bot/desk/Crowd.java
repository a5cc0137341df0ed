package id.kentongan.bot.desk;

import id.kentongan.dialogs.talk.Inbound;
import io.vertx.core.Future;
import java.util.Optional;

/// Whether the stores still have room for what people send.
public interface Crowd {
  /// There is always room.
  Crowd NONE =
      new Crowd() {
        @Override
        public Optional<String> why() {
          return Optional.empty();
        }

        @Override
        public Future<Void> turnAway(Inbound in) {
          return Future.succeededFuture();
        }
      };

  /// Why there is none; empty when there is.
  Optional<String> why();

  /// Asks somebody who has no conversation yet to come back later. Best effort, nothing is stored.
  Future<Void> turnAway(Inbound in);
}
