package id.kentongan.integrations.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// One connection to a master, because WAIT speaks of the writes of its own connection only.
/// `replicas`: the most that can be waited for.
record Master(RedisAsyncCommands<String, byte[]> commands, int replicas, SharedWait waits) {

  /// A call of a function.
  // why: compared by nobody.
  @SuppressWarnings("ArrayRecordComponent")
  record Call(String function, String[] keys, byte[][] args) {}

  /// Calls and waits for so many replicas, as far as there are any; fails when too few have it.
  CompletionStage<Object> durably(Call call, int wanted) {
    CompletionStage<Object> result =
        commands.fcall(call.function(), ScriptOutputType.OBJECT, call.keys(), call.args());
    // why: of two failures the call's own counts, which may say where the key is now
    return result.thenCombine(replicated(wanted), (done, reached) -> done);
  }

  /// The same for a key that is on its way here from its slot's old master.
  CompletionStage<Object> asked(Call call, int wanted) {
    var allowed = commands.asking();
    return durably(call, wanted).thenCombine(allowed, (done, yes) -> done);
  }

  private CompletionStage<Long> replicated(int wanted) {
    int needed = Math.min(wanted, replicas);
    if (needed == 0) {
      return CompletableFuture.completedFuture(0L);
    }
    return waits
        .reached(needed)
        .thenApply(
            reached -> {
              if (reached < needed) {
                throw new RedisException(
                    "NOREPLICAS only " + reached + " replicas have the commit");
              }
              return reached;
            });
  }
}
