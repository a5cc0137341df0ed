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
/// telephone number, and sealed by a key of their own together with that id.
final class TalkSeal {
  private static final int NAME_BYTES = 12;

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
    byte[] state = json.write(talk);
    byte[] plain =
        ByteBuffer.allocate(2 + id.length + state.length)
            .putShort((short) id.length)
            .put(id)
            .put(state)
            .array();
    return Envelope.wrap(wrappedKey, key.seal(plain, name));
  }

  DataKey key(TalkRecord kept) {
    return envelope.key(kept.body);
  }

  Talk open(String name, TalkRecord kept, DataKey key) throws Vault.TooNew {
    byte[] plain = envelope.open(kept.body, key, name);
    byte[] state = Arrays.copyOfRange(plain, 2 + idLength(plain), plain.length);
    var newer = json.newerShape(state);
    if (newer.isPresent()) {
      throw new Vault.TooNew(newer.getAsInt());
    }
    return json.read(state);
  }

  ConversationId conversation(String name, TalkRecord kept) {
    byte[] plain = envelope.open(kept.body, key(kept), name);
    return ConversationId.of(new String(plain, 2, idLength(plain), StandardCharsets.UTF_8));
  }

  private static int idLength(byte[] plain) {
    return ByteBuffer.wrap(plain).getShort();
  }
}
