package id.kentongan.integrations.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import id.kentongan.dialogs.stored.StoredJson;
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

  private final Envelope envelope;
  private final ObjectWriter writer;
  private final ObjectReader reader;

  PostSeal(MasterKey master) {
    var mapper = StoredJson.mapper(List.of());
    this.envelope = new Envelope(master);
    this.writer = mapper.writerFor(Post.class);
    this.reader = mapper.readerFor(Post.class);
  }

  byte[] seal(Post post, DataKey key, byte[] wrappedKey) {
    try {
      return Envelope.wrap(wrappedKey, key.seal(writer.writeValueAsBytes(post), CONTEXT));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an effect cannot be written as JSON", e);
    }
  }

  /// Empty for what this program cannot read: another key's, or an effect that only a newer one
  /// knows.
  Optional<Post> tryOpen(byte[] sealed) {
    try {
      return Optional.of(reader.readValue(envelope.open(sealed, envelope.key(sealed), CONTEXT)));
    } catch (IOException | BrokenSeal e) {
      return Optional.empty();
    }
  }
}
