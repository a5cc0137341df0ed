package id.kentongan.bot.watch;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.Vault;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/// How long commits take, and what comes of them.
public final class MeteredVault implements Vault {
  private final Vault vault;
  private final Meters commits;
  private final Meters loads;

  public MeteredVault(Vault vault, MeterRegistry meters) {
    this.vault = vault;
    this.commits =
        new Meters(meters, "kentongan.vault.commit", "result", "Commits of turns to Redis");
    this.loads =
        new Meters(meters, "kentongan.vault.load", "result", "Loads of conversations from Redis");
  }

  @Override
  public Future<Loaded> load(ConversationId conversation) {
    long begun = System.nanoTime();
    return vault
        .load(conversation)
        .onComplete(
            done -> loads.took(done.succeeded() ? "done" : "lost", System.nanoTime() - begun));
  }

  @Override
  public Future<Loaded> base(ConversationId conversation) {
    return vault.base(conversation);
  }

  @Override
  public Future<Committed> commit(Commit commit) {
    long begun = System.nanoTime();
    return vault
        .commit(commit)
        .onComplete(done -> commits.took(name(done.result()), System.nanoTime() - begun));
  }

  @Override
  public String shard(ConversationId conversation) {
    return vault.shard(conversation);
  }

  private static String name(@Nullable Committed committed) {
    return switch (committed) {
      case null -> "lost";
      case Committed.Done done -> "done";
      case Committed.Duplicate() -> "duplicate";
      case Committed.Stale() -> "stale";
      case Committed.Fenced() -> "fenced";
    };
  }
}
