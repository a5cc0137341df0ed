package id.kentongan.integrations.redis;

import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A single Redis, with whatever replicas it has.
record OneServer(Master master) implements Topology {
  @Override
  public CompletionStage<Master> master(String key) {
    return CompletableFuture.completedFuture(master);
  }

  @Override
  public CompletionStage<Master> at(String address) {
    return CompletableFuture.completedFuture(master);
  }

  @Override
  public CompletionStage<List<RedisAsyncCommands<String, byte[]>>> masters() {
    return CompletableFuture.completedFuture(List.of(master.commands()));
  }

  @Override
  public void outdated() {}
}
