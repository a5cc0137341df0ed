package id.kentongan.integrations.redis;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Makes a conversation's JSON small: deflated (RFC 1951) after a dictionary of what such JSON
/// mostly holds. It is packed before it is sealed, alone, so that its length tells as much as
/// before.
final class TalkPacking {
  // why: conversations are read by it as long as they lie there, so that it never changes.
  private static final byte[] DICTIONARY = dictionary();
  private static final ThreadLocal<ShortDeflate> SHORT =
      ThreadLocal.withInitial(() -> new ShortDeflate(DICTIONARY));
  private static final int MOST = 1 << 20;

  private TalkPacking() {}

  static byte[] pack(byte[] json) {
    return json.length > ShortDeflate.MOST ? packLong(json) : SHORT.get().pack(json);
  }

  private static byte[] packLong(byte[] json) {
    var packed = new ByteArrayOutputStream(json.length);
    byte[] piece = new byte[json.length];
    try (var deflater = new Deflater(Deflater.BEST_SPEED, true)) {
      deflater.setDictionary(DICTIONARY);
      deflater.setInput(json);
      deflater.finish();
      while (!deflater.finished()) {
        packed.write(piece, 0, deflater.deflate(piece));
      }
    }
    return packed.toByteArray();
  }

  static byte[] unpack(byte[] packed) {
    var json = new ByteArrayOutputStream(packed.length * 4);
    byte[] piece = new byte[packed.length * 4 + 64];
    try (var inflater = new Inflater(true)) {
      inflater.setDictionary(DICTIONARY);
      inflater.setInput(packed);
      while (!inflater.finished() && json.size() < MOST) {
        int length = inflater.inflate(piece);
        if (length == 0 && !inflater.finished()) {
          throw new IllegalStateException("a packed conversation is cut");
        }
        json.write(piece, 0, length);
      }
      return json.toByteArray();
    } catch (DataFormatException e) {
      throw new IllegalStateException("a conversation is packed in an unknown way", e);
    }
  }

  private static byte[] dictionary() {
    try (var in = TalkPacking.class.getResourceAsStream("talk-1.dictionary")) {
      return Objects.requireNonNull(in, "talk-1.dictionary").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
