package id.kentongan.bot.watch;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.Vault;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// How long commits take, and what comes of them.
public final class MeteredVault implements Vault {
  private final Vault vault;
  private final Meters commits;
  private final Meters loads;
  private final Trail trail;
  private final InstantSource clock;

  public MeteredVault(Vault vault, MeterRegistry meters, Trail trail, InstantSource clock) {
    this.vault = vault;
    this.trail = trail;
    this.clock = clock;
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
    long began = clock.millis();
    long begun = System.nanoTime();
    return vault
        .commit(commit)
        .onComplete(
            done -> {
              long nanos = System.nanoTime() - begun;
              String result = name(done.result());
              commits.took(result, nanos);
              if (!trail.equals(Trail.NONE)) {
                trail.committed(turn(commit, result), new Trail.Took(began, nanos));
              }
            });
  }

  private static Trail.Turn turn(Commit commit, String result) {
    String origin = commit.origin().getClass().getSimpleName();
    return new Trail.Turn(commit.conversation(), commit.version(), origin, result);
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
