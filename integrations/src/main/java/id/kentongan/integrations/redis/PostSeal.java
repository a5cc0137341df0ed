package id.kentongan.integrations.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.dialogs.stored.StoredJson;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.Post;
import id.kentongan.integrations.crypto.BrokenSeal;
import id.kentongan.integrations.crypto.DataKey;
import id.kentongan.integrations.crypto.MasterKey;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Posts as they lie in the outbox and among the dead letters: JSON, sealed by the conversation's
/// key, which lies with them.
final class PostSeal {
  private static final String CONTEXT = "post";

  private final JsonMapper mapper;
  private final Envelope envelope;
  private final ObjectWriter writer;
  private final ObjectReader reader;

  PostSeal(MasterKey master) {
    this.mapper = StoredJson.mapper(List.of());
    this.envelope = new Envelope(master);
    this.writer = mapper.writerFor(Post.class);
    this.reader = mapper.readerFor(Post.class);
  }

  byte[] seal(Post post, DataKey key, byte[] wrappedKey) {
    try {
      return Envelope.seal(writer.writeValueAsBytes(post), key, wrappedKey, CONTEXT);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an effect cannot be written as JSON", e);
    }
  }

  /// What was found in sealed bytes.
  sealed interface Opened {
    record Read(Post post) implements Opened {}

    /// An effect that only a newer program knows, of this conversation.
    record Newer(ConversationId conversation) implements Opened {}

    /// Sealed by another key, or not a post at all.
    record Broken() implements Opened {}
  }

  Opened open(byte[] sealed) {
    byte[] json;
    try {
      json = envelope.open(sealed, envelope.key(sealed), CONTEXT);
    } catch (BrokenSeal e) {
      return new Opened.Broken();
    }
    try {
      return new Opened.Read(reader.readValue(json));
    } catch (IOException e) {
      return newer(json);
    }
  }

  /// Empty for what this program cannot read.
  Optional<Post> tryOpen(byte[] sealed) {
    return open(sealed) instanceof Opened.Read(var post) ? Optional.of(post) : Optional.empty();
  }

  /// why: whose it is stands in every version at the same place.
  private Opened newer(byte[] json) {
    try {
      String id = mapper.readTree(json).path("id").asText();
      return new Opened.Newer(new EffectId(id).conversation());
    } catch (IOException | RuntimeException e) {
      return new Opened.Broken();
    }
  }
}
