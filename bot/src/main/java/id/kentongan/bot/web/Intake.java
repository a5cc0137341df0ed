package id.kentongan.bot.web;

import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.Vault;
import io.vertx.core.Future;

/// Where a door puts what it lets in. Done or Duplicate: it is committed and may be answered 200.
/// Anything else, or a failed future: the sender has to try again.
public interface Intake {
  Future<Vault.Committed> take(Inbound inbound);
}
