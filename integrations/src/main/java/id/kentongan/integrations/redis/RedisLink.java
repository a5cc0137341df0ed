package id.kentongan.integrations.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode.NodeFlag;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import io.netty.channel.EventLoop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// A connection to Redis for commands, and one to listen where that is wanted. Every time limit is
/// set here.
final class RedisLink implements AutoCloseable {
  static final RedisCodec<String, byte[]> CODEC = new WireCodec();
  // why: Lettuce's own limits are a minute for a command and half a minute between reconnects.
  private static final Duration COMMAND = Duration.ofSeconds(2);
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Delay RECONNECT =
      Delay.exponential(Duration.ofMillis(10), Duration.ofMillis(500), 2, TimeUnit.MILLISECONDS);
  private static final Duration CLOSE = Duration.ofSeconds(3);
  private static final int WAITING_COMMANDS = 100_000;

  /// why: a replica that came back counts at the next look; a master that went is looked for at
  /// once and again each second until another has its slots.
  private static final ClusterTopologyRefreshOptions LOOKING =
      ClusterTopologyRefreshOptions.builder()
          .enablePeriodicRefresh(Duration.ofSeconds(10))
          .adaptiveRefreshTriggersTimeout(Duration.ofSeconds(1))
          .refreshTriggersReconnectAttempts(1)
          .build();

  private final ClientResources resources;
  private final AbstractRedisClient client;
  private final StatefulConnection<String, byte[]> connection;
  private final RedisClusterAsyncCommands<String, byte[]> commands;
  private final Topology topology;
  private final Supplier<StatefulRedisPubSubConnection<String, byte[]>> listening;

  private RedisLink(RedisSettings settings, ClientResources resources) {
    this.resources = resources;
    List<RedisURI> uris = settings.members();
    uris.forEach(uri -> uri.setTimeout(COMMAND));
    if (settings.cluster()) {
      var cluster = RedisClusterClient.create(resources, uris);
      cluster.setOptions(
          limits(ClusterClientOptions.builder(), settings)
              .validateClusterNodeMembership(false)
              .topologyRefreshOptions(LOOKING)
              .nodeFilter(node -> !node.is(NodeFlag.FAIL) && !node.is(NodeFlag.NOADDR))
              .build());
      var connected = cluster.connect(CODEC);
      this.client = cluster;
      this.connection = connected;
      this.commands = connected.async();
      this.topology = new ManyServers(cluster, connected);
      this.listening = () -> cluster.connectPubSub(CODEC);
    } else {
      var single = RedisClient.create(resources, uris.getFirst());
      single.setOptions(limits(ClientOptions.builder(), settings).build());
      var connected = single.connect(CODEC);
      this.client = single;
      this.connection = connected;
      this.commands = connected.async();
      this.topology =
          new OneServer(
              new Master(
                  connected.async(), settings.waitReplicas(), new SharedWait(connected.async())));
      this.listening = () -> single.connectPubSub(CODEC);
    }
  }

  /// Connects with threads of its own, blocking at most a few seconds.
  static RedisLink open(RedisSettings settings) {
    return opened(
        settings,
        DefaultClientResources.builder()
            .reconnectDelay(RECONNECT)
            .nettyCustomizer(new TogetherFlushed())
            .build());
  }

  /// Another connection, by one event loop, so that what it asks is written and answered without
  /// changing threads. Blocks, and so not on that loop. Closed before this one.
  RedisLink beside(RedisSettings settings, EventLoop loop) {
    // why executor and timer: what is only taken over by `mutate` is ended with the copy
    return opened(
        settings,
        resources
            .mutate()
            .eventLoopGroupProvider(new OneLoop(loop))
            .eventExecutorGroup(resources.eventExecutorGroup())
            .timer(resources.timer())
            .build());
  }

  private static RedisLink opened(RedisSettings settings, ClientResources resources) {
    try {
      return new RedisLink(settings, resources);
    } catch (RuntimeException e) {
      ended(resources);
      throw e;
    }
  }

  RedisClusterAsyncCommands<String, byte[]> commands() {
    return commands;
  }

  Topology topology() {
    return topology;
  }

  /// A new connection that listens, closed with this one. Blocks.
  StatefulRedisPubSubConnection<String, byte[]> listening() {
    return listening.get();
  }

  private static <B extends ClientOptions.Builder> B limits(B options, RedisSettings settings) {
    options
        .autoReconnect(true)
        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
        .requestQueueSize(WAITING_COMMANDS)
        .socketOptions(SocketOptions.builder().connectTimeout(CONNECT).keepAlive(true).build())
        .timeoutOptions(TimeoutOptions.enabled(COMMAND));
    Path trust = settings.trust();
    if (trust != null) {
      options.sslOptions(
          SslOptions.builder().jdkSslProvider().trustManager(trust.toFile()).build());
    }
    return options;
  }

  @Override
  public void close() {
    connection.close();
    within(client.shutdownAsync(0, CLOSE.toMillis(), TimeUnit.MILLISECONDS));
    ended(resources);
  }

  private static void ended(ClientResources resources) {
    resources
        .shutdown(0, CLOSE.toMillis(), TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(CLOSE.toMillis());
  }

  /// why: Lettuce's own shutdown waits without end when a loop under it has ended before.
  private static void within(CompletableFuture<Void> closed) {
    closed.completeOnTimeout(null, CLOSE.toMillis(), TimeUnit.MILLISECONDS).join();
  }
}
