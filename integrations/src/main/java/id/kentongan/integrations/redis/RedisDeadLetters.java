package id.kentongan.integrations.redis;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.integrations.DeadLetters;
import id.kentongan.integrations.Post;
import id.kentongan.integrations.crypto.DataKey;
import id.kentongan.integrations.crypto.MasterKey;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Dead letters in Redis: a stream a shard; a letter's id is `k17/<entry>`.
public final class RedisDeadLetters implements DeadLetters {
  /// why: each is asked about in the records, and those have other work too.
  private static final int PAGE = 100;

  /// Of a shard, among which those of one conversation are looked for.
  private static final int MOST = 1000;

  private final RedisFunctions redis;
  private final MasterKey master;
  private final PostSeal posts;
  private final SecureRandom random = new SecureRandom();

  public RedisDeadLetters(RedisFunctions redis, MasterKey master) {
    this.redis = redis;
    this.master = master;
    this.posts = new PostSeal(master);
  }

  @Override
  public Future<List<DeadLetter>> list(int most) {
    var shards =
        Shard.names().stream()
            .map(name -> sealed(new Shard(name), Range.unbounded(), most))
            .toList();
    // why sorted before they are opened: each shard may hold as many as are wanted of all.
    return Future.all(shards)
        .map(
            done ->
                shards.stream()
                    .flatMap(page -> page.result().stream())
                    .sorted(Comparator.comparing(Sealed::since))
                    .limit(most)
                    .map(this::letter)
                    .toList());
  }

  @Override
  public Future<List<DeadLetter>> find(List<String> ids) {
    var each =
        ids.stream()
            .distinct()
            .filter(RedisDeadLetters::known)
            .map(id -> page(shard(id), Range.create(entry(id), entry(id)), 1))
            .toList();
    return Future.all(each)
        .map(done -> each.stream().flatMap(found -> found.result().stream()).toList());
  }

  @Override
  public Future<Long> count() {
    var shards =
        Shard.names().stream()
            .map(name -> redis.repeated(() -> redis.commands().xlen(new Shard(name).dead())))
            .toList();
    return Future.all(shards).map(done -> shards.stream().mapToLong(Future::result).sum());
  }

  @Override
  public Future<List<DeadLetter>> of(ConversationId who) {
    return page(Shard.of(who), Range.unbounded(), MOST)
        .map(
            letters ->
                letters.stream()
                    .filter(
                        letter ->
                            letter.post() != null && letter.post().id().conversation().equals(who))
                    .toList());
  }

  @Override
  public Future<Boolean> replay(String id) {
    if (!known(id)) {
      return Future.succeededFuture(false);
    }
    Shard shard = shard(id);
    return redis
        .call("replay", List.of(shard.dead(), shard.outbox(), shard.lease()), Bytes.of(entry(id)))
        .map(Bytes::yes);
  }

  @Override
  public Future<Boolean> drop(String id) {
    return known(id)
        ? redis
            .repeated(() -> redis.commands().xdel(shard(id).dead(), entry(id)))
            .map(deleted -> deleted == 1)
        : Future.succeededFuture(false);
  }

  @Override
  public Future<Integer> dropWhere(Function<DeadLetter, Future<Boolean>> gone) {
    Future<Integer> all = Future.succeededFuture(0);
    for (String name : Shard.names()) {
      all = all.compose(n -> dropWhere(new Shard(name), "-", gone).map(more -> n + more));
    }
    return all;
  }

  /// Those of a shard from an entry on.
  private Future<Integer> dropWhere(
      Shard shard, String from, Function<DeadLetter, Future<Boolean>> gone) {
    return page(shard, Range.create(from, "+"), PAGE)
        .compose(
            letters -> {
              var told = letters.stream().map(gone).toList();
              return Future.all(told)
                  .compose(
                      done -> {
                        String[] ids =
                            IntStream.range(0, letters.size())
                                .filter(i -> told.get(i).result())
                                .mapToObj(i -> entry(letters.get(i).id()))
                                .toArray(String[]::new);
                        return ids.length == 0
                            ? Future.succeededFuture(0)
                            : redis
                                .repeated(() -> redis.commands().xdel(shard.dead(), ids))
                                .map(Long::intValue);
                      })
                  .compose(
                      dropped ->
                          letters.size() < PAGE
                              ? Future.succeededFuture(dropped)
                              : dropWhere(shard, '(' + entry(letters.getLast().id()), gone)
                                  .map(more -> dropped + more));
            });
  }

  @Override
  public Future<Void> add(Post post, String why) {
    DataKey key = DataKey.random(random);
    // why: replaying takes the first field, as burying writes it.
    var letter = new LinkedHashMap<String, byte[]>();
    letter.put("b", posts.seal(post, key, key.wrapped(master)));
    letter.put("w", why.getBytes(StandardCharsets.UTF_8));
    String dead = Shard.of(post.id().conversation()).dead();
    return redis.repeated(() -> redis.commands().xadd(dead, letter)).mapEmpty();
  }

  private Future<List<DeadLetter>> page(Shard shard, Range<String> range, int most) {
    return sealed(shard, range, most).map(found -> found.stream().map(this::letter).toList());
  }

  private Future<List<Sealed>> sealed(Shard shard, Range<String> range, int most) {
    return redis
        .repeated(() -> redis.commands().xrange(shard.dead(), range, Limit.from(most)))
        .map(found -> found.stream().map(message -> new Sealed(shard, message)).toList());
  }

  private DeadLetter letter(Sealed found) {
    return new DeadLetter(
        found.shard().name() + '/' + found.message().getId(),
        found.since(),
        posts.tryOpen(field(found.message(), "b")).orElse(null),
        Bytes.text(field(found.message(), "w")));
  }

  /// A letter as it lies in the stream.
  private record Sealed(Shard shard, StreamMessage<String, byte[]> message) {
    Instant since() {
      String entry = message.getId();
      return Instant.ofEpochMilli(Long.parseLong(entry.substring(0, entry.indexOf('-'))));
    }
  }

  private static byte[] field(StreamMessage<String, byte[]> message, String name) {
    return Objects.requireNonNull(message.getBody().get(name), name);
  }

  private static boolean known(String id) {
    return id.matches("k[0-9]{1,2}/[0-9]{1,20}-[0-9]{1,20}");
  }

  private static Shard shard(String id) {
    return new Shard(id.substring(0, id.indexOf('/')));
  }

  private static String entry(String id) {
    return id.substring(id.indexOf('/') + 1);
  }
}
