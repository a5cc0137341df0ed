package id.kentongan.integrations.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.protocol.CommandArgs;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireCodecTest {
  private static final WireCodec CODEC = new WireCodec();

  /// A high and a low half of a sign, each of them alone no sign.
  private static final String HALVES = "\uD83C\uDF3E";

  private static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "kentongan:{7}:state", "Jalan Melati №3", "ꦗꦮ", "🌾"})
  void aKeyComesBackAsItWas(String key) {
    assertThat(CODEC.decodeKey(CODEC.encodeKey(key))).isEqualTo(key);
    assertThat(CODEC.decodeKey(ByteBuffer.wrap(written(key)))).isEqualTo(key);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aValueComesBackAsItWas(long seed) {
    byte[] value = bytes(new Random(seed));
    assertThat(CODEC.decodeValue(CODEC.encodeValue(value))).isEqualTo(value);
    var wire = Unpooled.buffer();
    CODEC.encodeValue(value, wire);
    assertThat(CODEC.decodeValue(wire.nioBuffer())).isEqualTo(value);
  }

  /// Each argument goes with its length before it, and what follows is read from there on: also
  /// where a text has half a sign, which no UTF-8 has.
  @ParameterizedTest
  @MethodSource("seeds")
  void theLengthIsThatOfWhatIsWritten(long seed) {
    var random = new Random(seed);
    String key = text(random, true);
    byte[] value = bytes(random);
    var wire = Unpooled.buffer();
    new CommandArgs<>(CODEC).addKey(key).addValue(value).encode(wire);
    assertThat(ByteBufUtil.getBytes(wire))
        .isEqualTo(together(length(written(key)), written(key), length(value), value));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aKeyIsUtf8HoweverItIsWritten(long seed) {
    String key = text(new Random(seed), false);
    byte[] expected = key.getBytes(UTF_8);
    assertThat(written(key)).isEqualTo(expected);
    assertThat(CODEC.encodeKey(key)).isEqualTo(ByteBuffer.wrap(expected));
    assertThat(CODEC.decodeKey(ByteBuffer.wrap(expected))).isEqualTo(key);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyBytesAreReadAsSomeKey(long seed) {
    var random = new Random(seed);
    byte[] key = text(random, false).getBytes(UTF_8);
    for (int end = 0; end < key.length; end++) {
      assertThat(CODEC.decodeKey(ByteBuffer.wrap(key, 0, end)))
          .isEqualTo(new String(key, 0, end, UTF_8));
    }
    byte[] garbage = bytes(random);
    assertThat(CODEC.decodeKey(ByteBuffer.wrap(garbage))).isEqualTo(new String(garbage, UTF_8));
  }

  @Test
  void aReadValueIsItsOwn() {
    byte[] wire = {1, 2, 3};
    byte[] read = CODEC.decodeValue(ByteBuffer.wrap(wire));
    wire[0] = 9;
    assertThat(read).containsExactly(1, 2, 3);
  }

  private static byte[] written(String key) {
    var wire = Unpooled.buffer();
    CODEC.encodeKey(key, wire);
    return ByteBufUtil.getBytes(wire);
  }

  private static byte[] length(byte[] argument) {
    return ("$" + argument.length + "\r\n").getBytes(UTF_8);
  }

  private static byte[] together(byte[] length, byte[] key, byte[] next, byte[] value) {
    var out = new ByteArrayOutputStream();
    byte[] end = "\r\n".getBytes(UTF_8);
    for (byte[] part : new byte[][] {length, key, end, next, value, end}) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /// Of signs of one to four bytes, and halves of signs where those are wanted.
  private static String text(Random random, boolean halves) {
    var text = new StringBuilder();
    for (int i = random.nextInt(100); i > 0; i--) {
      switch (random.nextInt(halves ? 3 : 2)) {
        case 0 -> text.appendCodePoint(random.nextInt(0xD800));
        case 1 -> text.appendCodePoint(0x10000 + random.nextInt(0xFFFF));
        default -> text.append(HALVES.charAt(random.nextInt(2)));
      }
    }
    return text.toString();
  }

  private static byte[] bytes(Random random) {
    var bytes = new byte[random.nextInt(9000)];
    random.nextBytes(bytes);
    return bytes;
  }
}
