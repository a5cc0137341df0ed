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

  /// Empty for a record that was not written to its end.
  Optional<Inbound> open(byte[] sealed) {
    try {
      return Optional.of(json.readValue(key.open(sealed, CONTEXT), Inbound.class));
    } catch (IOException | BrokenSeal e) {
      return Optional.empty();
    }
  }
}
