package id.kentongan.integrations.redis;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What lies under a conversation's key, as `kentongan.lua` describes it.
final class TalkRecord {
  private static final byte FORMAT = 1;

  final long version;
  final @Nullable Instant lastInbound;
  final byte[] body;

  private TalkRecord(long version, @Nullable Instant lastInbound, byte[] body) {
    this.version = version;
    this.lastInbound = lastInbound;
    this.body = body;
  }

  /// With the state that lay elsewhere.
  TalkRecord woken(byte[] state) {
    return new TalkRecord(version, lastInbound, state);
  }

  /// The same conversation with a version of at least that number.
  ///
  /// why: effects of turns after a backup are known to the records by their ids, and an id holds
  /// the version; a conversation that goes on from the backup must not use one of them again.
  static byte[] atLeast(byte[] bytes, long version) {
    byte[] later = bytes.clone();
    var record = ByteBuffer.wrap(later);
    record.putInt(1, (int) Math.max(Integer.toUnsignedLong(record.getInt(1)), version));
    return later;
  }

  /// Whether nobody has written since; `bytes` may be its beginning alone. Not where nobody ever
  /// wrote.
  static boolean idle(byte[] bytes, Instant since) {
    if (bytes.length < 11) {
      return false;
    }
    long inbound = inbound(ByteBuffer.wrap(bytes, 5, 6));
    return inbound != 0 && inbound < since.toEpochMilli();
  }

  /// Whether its state lies elsewhere.
  boolean rests() {
    return body.length == 0;
  }

  private static long inbound(ByteBuffer in) {
    return Short.toUnsignedLong(in.getShort()) << 32 | Integer.toUnsignedLong(in.getInt());
  }

  /// Whether it is of the format that this program knows; a newer one may write another.
  static boolean known(byte[] bytes) {
    return bytes[0] == FORMAT;
  }

  static TalkRecord parse(byte[] bytes) {
    if (!known(bytes)) {
      throw new IllegalStateException("a conversation is kept in an unknown format");
    }
    var in = ByteBuffer.wrap(bytes).position(1);
    long version = Integer.toUnsignedLong(in.getInt());
    long inbound = inbound(in);
    int withdrawable = Byte.toUnsignedInt(in.get());
    in.position(in.position() + withdrawable);
    int remembered = Byte.toUnsignedInt(in.get()) << 16 | Short.toUnsignedInt(in.getShort());
    in.position(in.position() + remembered * 10);
    byte[] body = new byte[in.remaining()];
    in.get(body);
    return new TalkRecord(version, inbound == 0 ? null : Instant.ofEpochMilli(inbound), body);
  }
}
