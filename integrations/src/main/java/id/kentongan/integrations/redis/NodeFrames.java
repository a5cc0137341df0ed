package id.kentongan.integrations.redis;

import id.kentongan.integrations.Neighbours.Answer;
import id.kentongan.integrations.crypto.BrokenSeal;
import id.kentongan.integrations.crypto.DataKey;
import id.kentongan.integrations.crypto.MasterKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What nodes say to each other: kind (1), length (1) and name of the sender, then an [Envelope]
/// that opens for this kind, sender and receiver alone. In it, for each event its number (8), its
/// length (4) and bytes; for each answer the number (8) and a word. Safe for any thread.
final class NodeFrames {
  private static final byte ASKS = 1;
  private static final byte ANSWERS = 2;

  /// why: a key's nonces are thrown by dice; two alike would need far more frames than this.
  private static final int LASTS = 1 << 24;

  private static final int MOST_KEYS = 64;

  private final String node;
  private final MasterKey master;
  private final Envelope envelope;
  private final SecureRandom random = new SecureRandom();
  private final LinkedHashMap<ByteBuffer, DataKey> keys = new LinkedHashMap<>(16, 0.75f, true);
  private DataKey own = DataKey.random(random);
  private int sealed;

  NodeFrames(String node, MasterKey master) {
    this.node = node;
    this.master = master;
    this.envelope = new Envelope(master);
  }

  // why: compared by nobody.
  @SuppressWarnings("ArrayRecordComponent")
  record Ask(long number, byte[] event) {}

  record Said(long number, Answer answer) {}

  /// What came from a node.
  sealed interface Frame {
    record Asks(String from, List<Ask> asks) implements Frame {}

    record Answers(List<Said> answers) implements Frame {}
  }

  byte[] asks(String to, List<Ask> asks) {
    return frame(
        ASKS,
        to,
        out -> {
          for (Ask ask : asks) {
            out.writeLong(ask.number());
            out.writeInt(ask.event().length);
            out.write(ask.event());
          }
        });
  }

  byte[] answers(String to, List<Said> answers) {
    return frame(
        ANSWERS,
        to,
        out -> {
          for (Said said : answers) {
            out.writeLong(said.number());
            out.writeUTF(said.answer().name());
          }
        });
  }

  /// Empty for what was not sealed for this node, or is no frame of this version.
  Optional<Frame> open(byte[] bytes) {
    try {
      var in = ByteBuffer.wrap(bytes);
      byte kind = in.get();
      byte[] name = new byte[in.get()];
      in.get(name);
      byte[] rest = new byte[in.remaining()];
      in.get(rest);
      String from = Bytes.text(name);
      byte[] plain = envelope.open(rest, key(rest), context(kind, from, node));
      return read(kind, from, new DataInputStream(new ByteArrayInputStream(plain)));
    } catch (IOException
        | BrokenSeal
        | BufferUnderflowException
        | IllegalArgumentException
        | NegativeArraySizeException garbage) {
      return Optional.empty();
    }
  }

  private static Optional<Frame> read(byte kind, String from, DataInputStream in)
      throws IOException {
    return switch (kind) {
      case ASKS -> {
        var asks = new ArrayList<Ask>();
        while (in.available() > 0) {
          asks.add(new Ask(in.readLong(), in.readNBytes(in.readInt())));
        }
        yield Optional.of(new Frame.Asks(from, asks));
      }
      case ANSWERS -> {
        var answers = new ArrayList<Said>();
        while (in.available() > 0) {
          answers.add(new Said(in.readLong(), Answer.valueOf(in.readUTF())));
        }
        yield Optional.of(new Frame.Answers(answers));
      }
      default -> Optional.empty();
    };
  }

  private interface Writing {
    void into(DataOutputStream out) throws IOException;
  }

  private byte[] frame(byte kind, String to, Writing writing) {
    var plain = new ByteArrayOutputStream(1024);
    try {
      writing.into(new DataOutputStream(plain));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    DataKey key = own();
    byte[] name = Bytes.of(node);
    byte[] body =
        Envelope.seal(plain.toByteArray(), key, key.wrapped(master), context(kind, node, to));
    return ByteBuffer.allocate(2 + name.length + body.length)
        .put(kind)
        .put((byte) name.length)
        .put(name)
        .put(body)
        .array();
  }

  private static String context(byte kind, String from, String to) {
    return "node/" + kind + '/' + from + '/' + to;
  }

  private synchronized DataKey own() {
    if (sealed++ == LASTS) {
      own = DataKey.random(random);
      sealed = 1;
    }
    return own;
  }

  private synchronized DataKey key(byte[] envelope) {
    byte[] wrapped = Envelope.wrappedKey(envelope);
    DataKey key =
        keys.computeIfAbsent(ByteBuffer.wrap(wrapped), unknown -> DataKey.unwrap(master, wrapped));
    if (keys.size() > MOST_KEYS) {
      keys.pollFirstEntry();
    }
    return key;
  }
}
