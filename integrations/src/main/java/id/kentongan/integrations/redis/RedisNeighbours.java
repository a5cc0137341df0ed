package id.kentongan.integrations.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.dialogs.stored.StoredJson;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.Neighbours;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.redis.NodeFrames.Ask;
import id.kentongan.integrations.redis.NodeFrames.Frame;
import id.kentongan.integrations.redis.NodeFrames.Said;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Neighbours by Redis's publish and subscribe, on a channel of each node's own: plain, not
/// sharded, for a channel must not move with a slot.
public final class RedisNeighbours implements Neighbours {
  /// The number is that of the frames' shape: nodes of another one do not hear each other.
  private static final String CHANNEL = "kentongan:hand:1:";

  /// why so long: what is said by the shard of a node that died waits for its lease anyway. Why not
  /// longer: a messenger has to have its answer after this and the patience with Redis.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /// In bytes; no messenger's text is that long.
  private static final int LONGEST = 32_768;

  private static final int MOST_TOGETHER = 64;

  private final Vertx vertx;
  private final RedisFunctions redis;
  private final String node;
  private final Duration patience;
  private final NodeFrames frames;
  private final ObjectWriter writer;
  private final ObjectReader reader;
  private final Gathered<Ask> asks;
  private final Gathered<Said> answers;
  private final AtomicLong numbers = new AtomicLong();
  private final Map<Long, Asked> asked = new ConcurrentHashMap<>();
  private volatile boolean listening;

  /// `node` is the name under which this process holds leases.
  public RedisNeighbours(Vertx vertx, RedisFunctions redis, String node, MasterKey master) {
    this(vertx, redis, node, master, PATIENCE);
  }

  /// `patience`: how long an answer is waited for.
  public RedisNeighbours(
      Vertx vertx, RedisFunctions redis, String node, MasterKey master, Duration patience) {
    this.vertx = vertx;
    this.redis = redis;
    this.node = node;
    this.patience = patience;
    this.frames = new NodeFrames(node, master);
    JsonMapper json = StoredJson.mapper(List.of());
    this.writer = json.writerFor(Inbound.class);
    this.reader =
        json.readerFor(Inbound.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    this.asks = new Gathered<>(vertx, this::ask);
    this.answers = new Gathered<>(vertx, this::answer);
  }

  /// An event that was given away, and the loop that waits for its answer.
  private record Asked(Promise<Answer> answer, @Nullable Context loop) {
    void over(Runnable how) {
      if (loop == null) {
        how.run();
      } else {
        loop.runOnContext(go -> how.run());
      }
    }
  }

  @Override
  public Future<Answer> hand(String to, Inbound in) {
    byte[] event = written(in);
    if (!listening || event.length > LONGEST) {
      return Future.succeededFuture(Answer.NOT_MINE);
    }
    Promise<Answer> answer = Promise.promise();
    long number = numbers.incrementAndGet();
    asked.put(number, new Asked(answer, Vertx.currentContext()));
    asks.add(to, new Ask(number, event));
    return answer.future();
  }

  @Override
  public Future<Void> listen(Function<Inbound, Future<Answer>> doing) {
    return redis
        .heard(CHANNEL + node, bytes -> frames.open(bytes).ifPresent(frame -> heard(frame, doing)))
        .onSuccess(subscribed -> listening = true);
  }

  private void heard(Frame frame, Function<Inbound, Future<Answer>> doing) {
    switch (frame) {
      case Frame.Asks(var from, var all) ->
          all.forEach(
              ask ->
                  done(ask, doing)
                      .onComplete(
                          (answer, e) ->
                              answers.add(
                                  from,
                                  new Said(
                                      ask.number(), answer == null ? Answer.NOT_MINE : answer))));
      case Frame.Answers(var all) ->
          all.forEach(
              said -> {
                Asked one = asked.remove(said.number());
                if (one != null) {
                  one.over(() -> one.answer().complete(said.answer()));
                }
              });
    }
  }

  private Future<Answer> done(Ask ask, Function<Inbound, Future<Answer>> doing) {
    Inbound in;
    try {
      in = reader.readValue(ask.event());
    } catch (IOException newer) {
      return Future.succeededFuture(Answer.NOT_MINE);
    }
    return doing.apply(in);
  }

  private byte[] written(Inbound in) {
    try {
      return writer.writeValueAsBytes(in);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event cannot be written as JSON", e);
    }
  }

  private void ask(String to, List<Ask> all) {
    for (int from = 0; from < all.size(); from += MOST_TOGETHER) {
      var some = all.subList(from, Math.min(all.size(), from + MOST_TOGETHER));
      publish(to, frames.asks(to, some)).onFailure(e -> lost(some, e));
      vertx.setTimer(patience.toMillis(), late -> lost(some, new TimeoutException()));
    }
  }

  private void answer(String to, List<Said> all) {
    publish(to, frames.answers(to, all));
  }

  private void lost(List<Ask> asks, Throwable why) {
    for (Ask ask : asks) {
      Asked one = asked.remove(ask.number());
      if (one != null) {
        one.over(() -> one.answer().fail(why));
      }
    }
  }

  private Future<Long> publish(String to, byte[] frame) {
    try {
      return Future.fromCompletionStage(redis.commands().publish(CHANNEL + to, frame));
    } catch (RuntimeException e) {
      // why: a client that is being closed refuses with exceptions of several kinds.
      return Future.failedFuture(e);
    }
  }
}
