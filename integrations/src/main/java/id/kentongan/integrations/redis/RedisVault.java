package id.kentongan.integrations.redis;

import id.kentongan.dialogs.stored.TalkJson;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.dialogs.talk.Timer;
import id.kentongan.integrations.Lease;
import id.kentongan.integrations.Post;
import id.kentongan.integrations.Resting;
import id.kentongan.integrations.Vault;
import id.kentongan.integrations.crypto.DataKey;
import id.kentongan.integrations.crypto.MasterKey;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Conversations in Redis; a commit is one call of the function `commit` of `kentongan.lua`.
public final class RedisVault implements Vault {
  private static final Logger LOG = LoggerFactory.getLogger(RedisVault.class);

  private final RedisFunctions redis;
  private final String node;
  private final TalkSeal seal;
  private final PostSeal posts;
  private final SecureRandom random = new SecureRandom();
  private final WarmTalks talks = new WarmTalks();
  private final @Nullable Resting resting;
  private final Set<ConversationId> woken = ConcurrentHashMap.newKeySet();

  /// `node` is the name under which this process holds leases: another one at each start, because
  /// two processes of one name would both believe that they own what one of them leased.
  public RedisVault(
      RedisFunctions redis, String node, MasterKey master, TalkJson json, Resting resting) {
    this(redis, node, master, json, Optional.of(resting));
  }

  /// Of conversations that never rest.
  public RedisVault(RedisFunctions redis, String node, MasterKey master, TalkJson json) {
    this(redis, node, master, json, Optional.empty());
  }

  private RedisVault(
      RedisFunctions redis,
      String node,
      MasterKey master,
      TalkJson json,
      Optional<Resting> resting) {
    this.redis = redis;
    this.node = node;
    this.seal = new TalkSeal(master, json);
    this.posts = new PostSeal(master);
    this.resting = resting.orElse(null);
  }

  @Override
  public Future<Loaded> base(ConversationId conversation) {
    Loaded warm = talks.trusted(conversation);
    return warm == null ? load(conversation) : Future.succeededFuture(warm);
  }

  @Override
  public Future<Loaded> load(ConversationId conversation) {
    String name = seal.name(conversation);
    String key = Shard.of(conversation).talk(name);
    return redis
        .repeated(() -> redis.commands().get(key))
        .compose(
            bytes ->
                bytes == null
                    ? Future.succeededFuture(new Loaded(Talk.fresh(), 0, null, null))
                    : TalkRecord.known(bytes)
                        ? open(conversation, name, TalkRecord.parse(bytes))
                        : Future.failedFuture(new TooNew()));
  }

  @Override
  public Future<Committed> commit(Commit commit) {
    String name = seal.name(commit.conversation());
    Shard shard = Shard.of(commit.conversation());
    DataKey known = commit.base().key();
    // why: what was sealed before an erasure is not to be opened by the key that is kept after it
    boolean erased = commit.next().talk().erasedSince(commit.base().talk());
    DataKey key = known == null || erased ? DataKey.random(random) : known;
    var keys =
        List.of(shard.talk(name), shard.outbox(), shard.later(), shard.timers(), shard.lease());
    return redis
        .callDurably("commit", keys, args(commit, name, key))
        .map(result -> committed(commit, shard, Bytes.list(result)))
        .onSuccess(committed -> note(commit, key, committed))
        .onFailure(lost -> talks.forget(commit.conversation()));
  }

  private void note(Commit commit, DataKey key, Committed committed) {
    switch (committed) {
      case Committed.Done done -> {
        talks.committed(commit.conversation(), after(commit, key));
        if (resting != null && woken.remove(commit.conversation())) {
          resting
              .forget(commit.conversation())
              .onFailure(e -> LOG.warn("a rest is not cleared away: {}", e.toString()));
        }
      }
      case Committed.Stale() -> talks.stale(commit.conversation());
      case Committed.Duplicate(), Committed.Fenced() -> {}
    }
  }

  private Future<Loaded> open(ConversationId conversation, String name, TalkRecord kept) {
    Loaded warm = talks.at(conversation, kept.version);
    if (warm != null) {
      return Future.succeededFuture(warm);
    }
    if (kept.rests()) {
      return wake(conversation, name, kept);
    }
    DataKey own = seal.key(kept);
    try {
      Talk talk = seal.open(name, kept, own);
      return Future.succeededFuture(new Loaded(talk, kept.version, kept.lastInbound, own));
    } catch (TooNew e) {
      return Future.failedFuture(e);
    }
  }

  /// Its state comes from where it rests. Where that is lost, the conversation begins anew under
  /// its version.
  private Future<Loaded> wake(ConversationId conversation, String name, TalkRecord kept) {
    if (resting == null) {
      return Future.failedFuture(new IllegalStateException("a conversation rests elsewhere"));
    }
    return resting
        .find(conversation)
        .compose(
            found -> {
              woken.add(conversation);
              return found
                  .map(
                      s ->
                          open(
                              conversation,
                              name,
                              kept.woken(Envelope.wrap(s.wrapped(), s.sealed()))))
                  .orElseGet(
                      () ->
                          Future.succeededFuture(
                              new Loaded(Talk.fresh(), kept.version, kept.lastInbound, null)));
            });
  }

  /// What a load would give now.
  private static Loaded after(Commit commit, DataKey key) {
    Instant before = commit.base().lastInbound();
    Instant inbound =
        commit.origin() instanceof Origin.Person(var at) && (before == null || at.isAfter(before))
            ? at.truncatedTo(ChronoUnit.MILLIS)
            : before;
    return new Loaded(commit.next().talk(), commit.version(), inbound, key);
  }

  @Override
  public String shard(ConversationId conversation) {
    return Shard.of(conversation).name();
  }

  private byte[][] args(Commit commit, String name, DataKey key) {
    byte[] wrapped = seal.wrapped(key);
    Next next = commit.next();
    var args = new ArrayList<byte[]>();
    args.add(Bytes.hash(commit.eventId()));
    args.add(Bytes.of(commit.base().version()));
    args.add(Bytes.of(commit.version()));
    addOrigin(args, commit.origin(), name);
    args.add(9, seal.seal(name, commit.conversation(), next.talk(), key, wrapped));
    args.add(Bytes.of(next.timers().size()));
    for (Timer timer : next.timers()) {
      args.add(Bytes.of(timer(name, timer.name().name())));
      args.add(timer instanceof Timer.Set set ? Bytes.of(set.at().toEpochMilli()) : Bytes.NONE);
    }
    for (Post post : next.posts()) {
      boolean withdrawable = post.effect() instanceof Effect.Send send && send.withdrawable();
      args.add(Bytes.of(withdrawable ? 1 : 0));
      args.add(posts.seal(post, key, wrapped));
    }
    return args.toArray(byte[][]::new);
  }

  /// Arguments 4 to 9.
  private void addOrigin(List<byte[]> args, Origin origin, String name) {
    byte[] person = Bytes.NONE;
    byte[] entry = Bytes.NONE;
    byte[] fence = Bytes.NONE;
    byte[] fired = Bytes.NONE;
    byte[] due = Bytes.NONE;
    switch (origin) {
      case Origin.Person(var at) -> person = Bytes.of(at.toEpochMilli());
      case Origin.Settled(var settled, var lease) -> {
        entry = Bytes.of(settled);
        fence = Bytes.of(lease.fence());
      }
      case Origin.Fired(var timer, var at) -> {
        fired = Bytes.of(timer(name, timer.name()));
        due = Bytes.of(at.toEpochMilli());
      }
      case Origin.Told() -> {}
    }
    args.addAll(List.of(person, Bytes.of(node), entry, fence, fired, due));
  }

  static String timer(String name, String timer) {
    return name + ':' + timer;
  }

  private static Committed committed(Commit commit, Shard shard, List<Object> result) {
    String said = Bytes.text(result.getFirst());
    return switch (said) {
      case "done" -> done(commit.version(), shard, result);
      case "duplicate" -> new Committed.Duplicate();
      case "stale" -> new Committed.Stale();
      case "fenced" -> new Committed.Fenced();
      default -> throw new IllegalStateException("commit said " + said);
    };
  }

  private static Committed done(long version, Shard shard, List<Object> result) {
    return switch (result.size()) {
      case 1 -> new Committed.Done(version, null);
      case 2 -> new Committed.Done(version, null, Bytes.text(result.get(1)));
      default -> new Committed.Done(version, handed(shard, result));
    };
  }

  private static Handed handed(Shard shard, List<Object> result) {
    var entries = result.subList(3, result.size()).stream().map(Bytes::text).toList();
    var lease = new Lease(shard.name(), Bytes.number(result.get(1)));
    return new Handed(lease, Bytes.number(result.get(2)), entries);
  }
}
