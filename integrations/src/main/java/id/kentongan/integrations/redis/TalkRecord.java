package id.kentongan.integrations.redis;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What lies under a conversation's key, as `kentongan.lua` describes it.
final class TalkRecord {
  final long version;
  final @Nullable Instant lastInbound;
  final byte[] body;

  private TalkRecord(long version, @Nullable Instant lastInbound, byte[] body) {
    this.version = version;
    this.lastInbound = lastInbound;
    this.body = body;
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

  static TalkRecord parse(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    if (in.get() != 1) {
      throw new IllegalStateException("a conversation is kept in an unknown format");
    }
    long version = Integer.toUnsignedLong(in.getInt());
    long inbound = Short.toUnsignedLong(in.getShort()) << 32 | Integer.toUnsignedLong(in.getInt());
    int withdrawable = Byte.toUnsignedInt(in.get());
    in.position(in.position() + withdrawable);
    int remembered = Byte.toUnsignedInt(in.get()) << 16 | Short.toUnsignedInt(in.getShort());
    in.position(in.position() + remembered * 10);
    byte[] body = new byte[in.remaining()];
    in.get(body);
    return new TalkRecord(version, inbound == 0 ? null : Instant.ofEpochMilli(inbound), body);
  }
}
