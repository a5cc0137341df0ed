package id.kentongan.integrations.redis;

import id.kentongan.dialogs.stored.TalkJson;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.integrations.Vault;
import id.kentongan.integrations.crypto.BlindIndex;
import id.kentongan.integrations.crypto.DataKey;
import id.kentongan.integrations.crypto.MasterKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// Conversations as they are kept: named by a blind index, because a sender's id may be their
/// telephone number, and sealed by a key of their own together with that id. Sealed is: the
/// length of the id (2), its highest bit set where the state is packed; the id; the state as JSON.
final class TalkSeal {
  private static final int NAME_BYTES = 12;
  private static final int PACKED = 0x8000;

  private final MasterKey master;
  private final Envelope envelope;
  private final BlindIndex index;
  private final TalkJson json;

  TalkSeal(MasterKey master, TalkJson json) {
    this.master = master;
    this.envelope = new Envelope(master);
    this.index = new BlindIndex(master);
    this.json = json;
  }

  /// 16 characters that stand for the conversation.
  String name(ConversationId conversation) {
    byte[] name = Arrays.copyOf(index.sender(conversation.key()), NAME_BYTES);
    return Base64.getUrlEncoder().encodeToString(name);
  }

  byte[] wrapped(DataKey key) {
    return key.wrapped(master);
  }

  byte[] seal(String name, ConversationId conversation, Talk talk, DataKey key, byte[] wrappedKey) {
    byte[] id = conversation.key().getBytes(StandardCharsets.UTF_8);
    byte[] state = TalkPacking.pack(json.write(talk));
    byte[] plain =
        ByteBuffer.allocate(2 + id.length + state.length)
            .putShort((short) (id.length | PACKED))
            .put(id)
            .put(state)
            .array();
    return Envelope.seal(plain, key, wrappedKey, name);
  }

  DataKey key(TalkRecord kept) {
    return envelope.key(kept.body);
  }

  Talk open(String name, TalkRecord record, DataKey key) throws Vault.TooNew {
    byte[] plain = envelope.open(record.body, key, name);
    byte[] kept = Arrays.copyOfRange(plain, 2 + idLength(plain), plain.length);
    byte[] state = packed(plain) ? TalkPacking.unpack(kept) : kept;
    return json.known(state).orElseThrow(Vault.TooNew::new);
  }

  ConversationId conversation(String name, TalkRecord kept) {
    byte[] plain = envelope.open(kept.body, key(kept), name);
    return ConversationId.of(new String(plain, 2, idLength(plain), StandardCharsets.UTF_8));
  }

  /// What was kept before anything was packed is not.
  private static boolean packed(byte[] plain) {
    return (ByteBuffer.wrap(plain).getShort() & PACKED) != 0;
  }

  private static int idLength(byte[] plain) {
    return ByteBuffer.wrap(plain).getShort() & (PACKED - 1);
  }
}
