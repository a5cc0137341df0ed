package id.kentongan.integrations.redis;

import id.kentongan.integrations.Resting;
import id.kentongan.integrations.crypto.DataKey;
import id.kentongan.integrations.crypto.MasterKey;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Sealed bytes with the wrapped key they are sealed by: length of the key (2), key, bytes.
final class Envelope {
  private final MasterKey master;

  Envelope(MasterKey master) {
    this.master = master;
  }

  /// Seals by a key and puts it under it: one array, for a commit makes several.
  static byte[] seal(byte[] plain, DataKey key, byte[] wrappedKey, String context) {
    byte[] envelope = key.sealBehind(2 + wrappedKey.length, plain, context);
    ByteBuffer.wrap(envelope).putShort((short) wrappedKey.length).put(wrappedKey);
    return envelope;
  }

  static byte[] wrap(byte[] wrappedKey, byte[] sealed) {
    return ByteBuffer.allocate(2 + wrappedKey.length + sealed.length)
        .putShort((short) wrappedKey.length)
        .put(wrappedKey)
        .put(sealed)
        .array();
  }

  DataKey key(byte[] envelope) {
    return DataKey.unwrap(master, wrappedKey(envelope));
  }

  /// The wrapped key and the bytes it seals.
  static Resting.State parted(byte[] envelope) {
    byte[] wrapped = wrappedKey(envelope);
    return new Resting.State(
        wrapped, Arrays.copyOfRange(envelope, 2 + wrapped.length, envelope.length));
  }

  /// The wrapped key at the beginning.
  static byte[] wrappedKey(byte[] envelope) {
    var in = ByteBuffer.wrap(envelope);
    byte[] wrapped = new byte[in.getShort()];
    in.get(wrapped);
    return wrapped;
  }

  byte[] open(byte[] envelope, DataKey key, String context) {
    var in = ByteBuffer.wrap(envelope);
    byte[] sealed = new byte[envelope.length - 2 - in.getShort()];
    in.get(envelope.length - sealed.length, sealed);
    return key.open(sealed, context);
  }
}
