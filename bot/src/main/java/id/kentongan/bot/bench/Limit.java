package id.kentongan.bot.bench;

import id.kentongan.bot.desk.Loops;
import id.kentongan.integrations.redis.OneLoop;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.DefaultClientResources;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.internal.ContextInternal;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The least that a gateway does for a message: one script in Redis that refuses what was repeated,
/// writes a state and a line, then the 200, then one POST. What the gateway reaches is told as a
/// share of this, on the same machine in the same minutes.
public final class Limit extends VerticleBase {
  private static final String SCRIPT =
      """
      local last = redis.call('HGET', KEYS[1], 'u')
      if last and tonumber(ARGV[1]) <= tonumber(last) then return 0 end
      redis.call('HSET', KEYS[1], 'u', ARGV[1], 's', 'asked')
      redis.call('EXPIRE', KEYS[1], 86400)
      redis.call('XADD', KEYS[2], 'MAXLEN', '~', 100000, '*', 'c', ARGV[2], 't', ARGV[3])
      return 1
      """;
  private static final Pattern UPDATE = Pattern.compile("\"update_id\":([0-9]+)");
  private static final Pattern CHAT = Pattern.compile("\"chat\":\\{\"id\":([0-9]+)");
  private static final int CONNECTIONS = 2;
  private static final int PIPELINED = 64;

  private final Map<String, String> settings;

  private Limit(Map<String, String> settings) {
    this.settings = settings;
  }

  /// What an event loop works with.
  private record Room(
      HttpClient client, RequestOptions api, RedisAsyncCommands<String, String> redis, String sha) {
    void take(HttpServerRequest request) {
      if (request.method().equals(HttpMethod.GET)) {
        request.response().end();
      } else {
        request.body().onSuccess(body -> take(request, body.toString()));
      }
    }

    private void take(HttpServerRequest request, String update) {
      Matcher id = UPDATE.matcher(update);
      Matcher chat = CHAT.matcher(update);
      if (!id.find() || !chat.find()) {
        request.response().setStatusCode(400).end();
        return;
      }
      String who = chat.group(1);
      String[] keys = {"limit:" + who, "limit:log"};
      redis
          .<Long>evalsha(sha, ScriptOutputType.INTEGER, keys, id.group(1), who, update)
          .whenComplete(
              (fresh, lost) -> {
                request.response().setStatusCode(lost == null ? 200 : 503).end();
                if (lost == null && fresh == 1) {
                  send(who);
                }
              });
    }

    private void send(String chat) {
      var message = Buffer.buffer("{\"chat_id\":" + chat + ",\"text\":\"ok\"}");
      client.request(api).compose(post -> post.send(message)).onSuccess(HttpClientResponse::body);
    }
  }

  /// Serves until the process ends; `settings` as the gateway's, by the environment's names.
  public static void serve(Map<String, String> settings) {
    int loops = Loops.fitting();
    var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops));
    vertx
        .deployVerticle(() -> new Limit(settings), new DeploymentOptions().setInstances(loops))
        .await();
  }

  @Override
  public Future<?> start() {
    int port = Integer.parseInt(settings.getOrDefault("KENTONGAN_HTTP_PORT", "0"));
    RedisURI uri = RedisURI.create(settings.getOrDefault("KENTONGAN_REDIS_URI", ""));
    var loop = new OneLoop(((ContextInternal) context).nettyEventLoop());
    var resources = DefaultClientResources.builder().eventLoopGroupProvider(loop).build();
    var client = RedisClient.create(resources, uri);
    return Future.fromCompletionStage(client.connectAsync(StringCodec.UTF8, uri), context)
        .compose(
            connection ->
                Future.fromCompletionStage(connection.async().scriptLoad(SCRIPT), context)
                    .map(sha -> new Room(http(), api(), connection.async(), sha)))
        .compose(
            room -> vertx.createHttpServer().requestHandler(room::take).listen(port, "127.0.0.1"));
  }

  private HttpClient http() {
    var options = new HttpClientOptions().setPipelining(true).setPipeliningLimit(PIPELINED);
    return vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(CONNECTIONS));
  }

  private RequestOptions api() {
    URI at = URI.create(settings.getOrDefault("KENTONGAN_TELEGRAM_API_URL", ""));
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setHost(at.getHost())
        .setPort(at.getPort())
        .setURI("/bot" + FakeTelegram.TOKEN + "/sendMessage")
        .putHeader("Content-Type", "application/json");
  }
}
