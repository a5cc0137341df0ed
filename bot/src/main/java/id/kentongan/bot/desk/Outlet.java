package id.kentongan.bot.desk;

import id.kentongan.integrations.Vault;

/// Where committed effects go on. Called on the shard's event loop.
public interface Outlet {
  /// A commit of this node.
  void committed(String shard, Vault.Commit commit, Vault.Committed.Done done);

  /// A commit may have been made whose answer this node never saw.
  void doubted(String shard);
}
