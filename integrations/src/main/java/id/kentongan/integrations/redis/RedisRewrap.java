package id.kentongan.integrations.redis;

import id.kentongan.integrations.crypto.BrokenSeal;
import id.kentongan.integrations.crypto.MasterKey;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.Range;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.StreamMessage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Wraps the keys that lie with conversations by the master key that wraps now, beside running
/// gateways; may be broken off and begun again. Entries of streams cannot be changed: those that
/// wait to be sent go soon, and dead letters by hand. Blocks.
public final class RedisRewrap {
  private static final int SCANNED = 1_000;

  /// keys: talk; args: place (from 0), what stands there, what shall stand there; result: 1 when it
  /// stood there.
  private static final String PUT =
      """
      if redis.call('GETRANGE', KEYS[1], ARGV[1], ARGV[1] + #ARGV[2] - 1) == ARGV[2] then
        redis.call('SETRANGE', KEYS[1], ARGV[1], ARGV[3])
        return 1
      end
      return 0
      """;

  private final RedisFunctions redis;
  private final MasterKey master;

  public RedisRewrap(RedisFunctions redis, MasterKey master) {
    this.redis = redis;
    this.master = master;
  }

  /// How many conversations were wrapped anew; how many messages wait, and how many dead letters
  /// lie, by a key that does not wrap any more.
  public record Done(long conversations, long waiting, long deadLetters) {
    public boolean nothing() {
      return conversations == 0 && waiting == 0 && deadLetters == 0;
    }
  }

  public Done all() {
    long waiting = 0;
    long dead = 0;
    for (String name : Shard.names()) {
      var shard = new Shard(name);
      waiting += entries(shard.outbox());
      dead += entries(shard.dead());
    }
    return new Done(conversations(), waiting, dead);
  }

  private long conversations() {
    long done = 0;
    var args = ScanArgs.Builder.matches("{k*}:talk:*").limit(SCANNED);
    ScanCursor cursor = ScanCursor.INITIAL;
    do {
      ScanCursor from = cursor;
      KeyScanCursor<String> page = redis.repeated(() -> redis.commands().scan(from, args)).await();
      done += page.getKeys().stream().filter(this::rewrapped).count();
      cursor = page;
    } while (!cursor.isFinished());
    return done;
  }

  /// Again when it was written in the meantime.
  private boolean rewrapped(String key) {
    boolean changed = false;
    for (boolean done = false; !done; ) {
      byte[] talk = redis.repeated(() -> redis.commands().get(key)).await();
      Optional<byte[]> anew = talk == null ? Optional.empty() : anew(TalkRecord.parse(talk));
      if (anew.isEmpty()) {
        return changed;
      }
      changed = true;
      byte[] body = TalkRecord.parse(talk).body;
      int place = talk.length - body.length + 2;
      done = put(key, place, Envelope.wrappedKey(body), anew.get());
    }
    return changed;
  }

  private boolean put(String key, int place, byte[] stands, byte[] shall) {
    Long put =
        redis
            .<Long>repeated(
                () ->
                    redis
                        .commands()
                        .eval(
                            PUT,
                            ScriptOutputType.INTEGER,
                            new String[] {key},
                            Bytes.of(Integer.toString(place)),
                            stands,
                            shall))
            .await();
    return put == 1;
  }

  private long entries(String stream) {
    List<StreamMessage<String, byte[]>> entries =
        redis.repeated(() -> redis.commands().xrange(stream, Range.unbounded())).await();
    return entries.stream()
        .map(entry -> Objects.requireNonNull(entry.getBody().get("b")))
        .filter(post -> anew(post).isPresent())
        .count();
  }

  /// A state that rests is wrapped anew where it lies.
  private Optional<byte[]> anew(TalkRecord talk) {
    return talk.rests() ? Optional.empty() : anew(talk.body);
  }

  /// Empty for one that this key wrapped, and for one that no key opens.
  private Optional<byte[]> anew(byte[] envelope) {
    try {
      return master.rewrap(Envelope.wrappedKey(envelope));
    } catch (BrokenSeal strange) {
      return Optional.empty();
    }
  }
}
