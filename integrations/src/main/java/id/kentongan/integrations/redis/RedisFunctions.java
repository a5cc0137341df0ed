package id.kentongan.integrations.redis;

import id.kentongan.integrations.Unreachable;
import id.kentongan.integrations.redis.Master.Call;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.netty.channel.EventLoop;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Our function library in Redis: loaded at start and when it is missing; a call is repeated while
/// Redis says that it will pass. Safe to repeat: every function does nothing the second time.
public final class RedisFunctions implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RedisFunctions.class);
  private static final String LIBRARY = "kentongan_5";
  private static final long PAUSE_MILLIS = 40;
  private static final int TRIES = 5;

  private final Vertx vertx;
  private final RedisSettings settings;
  private final RedisLink link;
  private final Map<Thread, RedisLink> links = new ConcurrentHashMap<>();
  private final String code = code();

  private RedisFunctions(Vertx vertx, RedisSettings settings, RedisLink link) {
    this.vertx = vertx;
    this.settings = settings;
    this.link = link;
  }

  /// Connects, checks that Redis never evicts, and loads the library. Fails with what to change.
  public static Future<RedisFunctions> open(Vertx vertx, RedisSettings settings) {
    return opened(vertx, () -> RedisLink.open(settings), TRIES)
        .map(link -> new RedisFunctions(vertx, settings, link))
        .compose(
            functions ->
                functions
                    .checkPolicy()
                    .compose(checked -> functions.prepared(TRIES))
                    .map(functions)
                    .onFailure(e -> functions.close()))
        .recover(
            e ->
                Future.failedFuture(e instanceof Unreachable ? e : RefusedRedis.told(e, settings)));
  }

  /// why: a start is not refused because the machine is busy for a moment.
  private Future<Void> prepared(int tries) {
    return load()
        .recover(e -> tries > 1 && Trouble.slow(e) ? prepared(tries - 1) : Future.failedFuture(e));
  }

  /// why: as with [#prepared].
  private static <T> Future<T> opened(Vertx vertx, Callable<T> opening, int tries) {
    return vertx
        .executeBlocking(opening, false)
        .recover(
            e ->
                tries > 1 && Trouble.slow(e)
                    ? opened(vertx, opening, tries - 1)
                    : Future.failedFuture(e));
  }

  /// Gives an event loop a connection of its own, for all that is asked on it from now on.
  public Future<Void> join(Context loop) {
    EventLoop own = ((ContextInternal) loop).nettyEventLoop();
    Promise<Void> joined = Promise.promise();
    opened(vertx, () -> link.beside(settings, own), TRIES)
        .onFailure(joined::fail)
        .onSuccess(
            opened ->
                loop.runOnContext(
                    there -> {
                      links.put(Thread.currentThread(), opened);
                      joined.complete();
                    }));
    return joined.future();
  }

  /// Calls `kentongan_5_<name>`. All keys are of one slot.
  Future<Object> call(String name, List<String> keys, byte[]... args) {
    String function = LIBRARY + '_' + name;
    String[] declared = keys.toArray(String[]::new);
    return repeated(() -> commands().fcall(function, ScriptOutputType.OBJECT, declared, args));
  }

  /// Calls, and waits for the replicas that the settings ask for, as far as there are any.
  Future<Object> callDurably(String name, List<String> keys, byte[]... args) {
    if (settings.waitReplicas() == 0) {
      return call(name, keys, args);
    }
    var call = new Call(LIBRARY + '_' + name, keys.toArray(String[]::new), args);
    return repeated(
        () -> {
          Topology now = link().topology();
          return now.master(call.keys()[0])
              .thenCompose(master -> master.durably(call, settings.waitReplicas()))
              .exceptionallyCompose(e -> onItsWay(now, call, e));
        });
  }

  /// A slot that moves sends whoever asks for a key that has gone on to the next master, once.
  private CompletionStage<Object> onItsWay(Topology now, Call call, Throwable e) {
    String told = Trouble.told(e);
    return told.startsWith("ASK ")
        ? now.at(told.substring(told.lastIndexOf(' ') + 1))
            .thenCompose(master -> master.asked(call, settings.waitReplicas()))
        : CompletableFuture.failedFuture(e);
  }

  /// Asks every master the same.
  <T> Future<List<T>> everywhere(
      Function<RedisAsyncCommands<String, byte[]>, ? extends CompletionStage<T>> ask) {
    return repeated(
        () ->
            link()
                .topology()
                .masters()
                .thenCompose(
                    all -> {
                      var asked =
                          all.stream().map(m -> ask.apply(m).toCompletableFuture()).toList();
                      return CompletableFuture.allOf(asked.toArray(CompletableFuture<?>[]::new))
                          .thenApply(done -> asked.stream().map(CompletableFuture::join).toList());
                    }));
  }

  <T> Future<T> repeated(Supplier<? extends CompletionStage<T>> command) {
    long until = System.nanoTime() + settings.patience().toNanos();
    return attempt(command, until);
  }

  RedisClusterAsyncCommands<String, byte[]> commands() {
    return link().commands();
  }

  /// The connection to the master of a key's slot.
  CompletionStage<Master> master(String key) {
    return link().topology().master(key);
  }

  /// Listens to a channel, on an event loop that joined where there is one.
  Future<Void> heard(String channel, Consumer<byte[]> message) {
    RedisLink by = links.values().stream().findFirst().orElse(link);
    return opened(vertx, by::listening, TRIES)
        .compose(
            listening -> {
              listening.addListener(
                  new RedisPubSubAdapter<String, byte[]>() {
                    @Override
                    public void message(String name, byte[] bytes) {
                      message.accept(bytes);
                    }
                  });
              return repeated(() -> listening.async().subscribe(channel));
            })
        .mapEmpty();
  }

  private RedisLink link() {
    return links.getOrDefault(Thread.currentThread(), link);
  }

  private <T> Future<T> attempt(Supplier<? extends CompletionStage<T>> command, long until) {
    return sent(command)
        .recover(
            e -> {
              if (Trouble.missing(e)) {
                return load().compose(loaded -> attempt(command, until));
              }
              if (!Trouble.passes(e) || System.nanoTime() - until > 0) {
                return Future.failedFuture(e);
              }
              link().topology().outdated();
              return vertx.timer(PAUSE_MILLIS).compose(paused -> attempt(command, until));
            });
  }

  private <T> Future<T> sent(Supplier<? extends CompletionStage<T>> command) {
    try {
      CompletionStage<T> stage = command.get();
      var context = Vertx.currentContext();
      return context == null ? Future.fromCompletionStage(stage) : inOrder(stage, context);
    } catch (RuntimeException e) {
      // why: a client that is being closed refuses with exceptions of several kinds.
      return Future.failedFuture(e);
    }
  }

  /// why: answers are handled in the order that Redis gave them; one that is there already when it
  /// is looked at must not overtake those that wait for the event loop.
  private static <T> Future<T> inOrder(CompletionStage<T> stage, Context context) {
    Promise<T> promise = Promise.promise();
    stage.whenComplete(
        (result, e) ->
            context.runOnContext(
                go -> {
                  if (e == null) {
                    promise.complete(result);
                  } else {
                    promise.fail(e);
                  }
                }));
    return promise.future();
  }

  private Future<Void> load() {
    return everywhere(master -> master.functionLoad(code, true)).mapEmpty();
  }

  private Future<Void> checkPolicy() {
    return everywhere(master -> master.configGet("maxmemory-policy"))
        .map(
            found -> {
              for (Map<String, String> one : found) {
                String policy = one.getOrDefault("maxmemory-policy", "noeviction");
                if (!policy.equals("noeviction")) {
                  throw new Unreachable(
                      "redis.uri",
                      new IllegalStateException(
                          "it has maxmemory-policy "
                              + policy
                              + " and would throw conversations away; set it to noeviction"));
                }
              }
              return "noeviction";
            })
        .recover(
            e -> {
              if (e instanceof Unreachable) {
                return Future.failedFuture(e);
              }
              LOG.warn("cannot read maxmemory-policy of Redis, see that it is noeviction", e);
              return Future.succeededFuture("unknown");
            })
        .mapEmpty();
  }

  private static String code() {
    try (var in = RedisFunctions.class.getResourceAsStream("kentongan.lua")) {
      return new String(
          Objects.requireNonNull(in, "kentongan.lua").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    links.values().forEach(RedisLink::close);
    link.close();
  }
}
