package id.kentongan.integrations.cloudapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;

/// How Meta's JSON is read and written: field by field, because a kind of message or a state of
/// tomorrow must not make the rest unreadable.
final class Json {
  /// why: no genuine webhook is deeper.
  private static final int DEPTH = 50;

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
              .build());

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /// Missing when the bytes are not JSON.
  static JsonNode read(byte[] bytes) {
    try {
      return MAPPER.readTree(bytes);
    } catch (IOException notJson) {
      return MissingNode.getInstance();
    }
  }

  static Buffer write(ObjectNode request) {
    try {
      // why: Jackson's writer of bytes refuses half a surrogate pair, its writer of text does not.
      return Buffer.buffer(MAPPER.writeValueAsString(request));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request that cannot be written", e);
    }
  }
}
