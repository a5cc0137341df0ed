package id.kentongan.integrations.spool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.dialogs.stored.StoredJson;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.crypto.BrokenSeal;
import id.kentongan.integrations.crypto.DataKey;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Events as they lie in the spool: JSON, sealed by the file's key.
final class InboundSeal {
  private static final String CONTEXT = "spool";

  private final JsonMapper json = StoredJson.mapper(List.of());
  private final DataKey key;

  InboundSeal(DataKey key) {
    this.key = key;
  }

  byte[] seal(Inbound in) {
    try {
      return key.seal(json.writeValueAsBytes(in), CONTEXT);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event cannot be written as JSON", e);
    }
  }

  /// Empty for a record that was not written to its end. Fails for an event that only a newer
  /// program knows: it was confirmed, and nothing may overtake it.
  Optional<Inbound> open(byte[] sealed) throws IOException {
    byte[] plain;
    try {
      plain = key.open(sealed, CONTEXT);
    } catch (BrokenSeal e) {
      return Optional.empty();
    }
    try {
      return Optional.of(json.readValue(plain, Inbound.class));
    } catch (JsonProcessingException e) {
      // why without the cause: its words may quote the message
      throw new IOException("the spool holds messages that only a newer program can read");
    }
  }
}
