package id.kentongan.dialogs.ear;

import id.kentongan.dialogs.ear.model.Categoriser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// What the Ear learned: intents and languages. Written as bytes at build time, read in
/// milliseconds at start.
public record EarModel(Categoriser intents, Categoriser languages) {
  /// Changes whenever features, training or the stored form change, so that an older file is
  /// trained anew.
  public static final int VERSION = 5;

  private static final int MAGIC = 0x4b454e54;

  /// Bytes in memory.
  public int bytes() {
    return intents.model().bytes() + languages.model().bytes();
  }

  public byte[] write() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      intents.write(out);
      languages.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// Throws [IllegalArgumentException] when the bytes are not a model of this version.
  public static EarModel read(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != MAGIC || in.readInt() != VERSION) {
        throw new IllegalArgumentException("not a model of version " + VERSION);
      }
      return new EarModel(Categoriser.read(in), Categoriser.read(in));
    } catch (IOException e) {
      throw new IllegalArgumentException("a model's bytes are cut off", e);
    }
  }
}
