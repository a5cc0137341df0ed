package id.kentongan.integrations.redis;

import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.codec.ToByteBufEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.ByteBuffer;

/// Keys are UTF-8, values the bytes they are, both written where the socket takes them from.
final class WireCodec implements RedisCodec<String, byte[]>, ToByteBufEncoder<String, byte[]> {
  /// why: Lettuce begins with 256 bytes and would grow and copy them four times for a commit.
  private static final int ROOM = 4096;

  @Override
  public void encodeKey(String key, ByteBuf target) {
    target.ensureWritable(ROOM);
    ByteBufUtil.writeUtf8(target, key);
  }

  @Override
  public void encodeValue(byte[] value, ByteBuf target) {
    target.writeBytes(value);
  }

  @Override
  public int estimateSize(Object keyOrValue) {
    return keyOrValue instanceof byte[] value
        ? value.length
        : ByteBufUtil.utf8Bytes((String) keyOrValue);
  }

  @Override
  public boolean isEstimateExact() {
    return true;
  }

  @Override
  public ByteBuffer encodeKey(String key) {
    return StringCodec.UTF8.encodeKey(key);
  }

  @Override
  public ByteBuffer encodeValue(byte[] value) {
    return ByteBuffer.wrap(value);
  }

  @Override
  public String decodeKey(ByteBuffer bytes) {
    return StringCodec.UTF8.decodeKey(bytes);
  }

  @Override
  public byte[] decodeValue(ByteBuffer bytes) {
    return ByteArrayCodec.INSTANCE.decodeValue(bytes);
  }
}
