package id.kentongan.integrations.telegram;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;

/// How Telegram's types are read and written.
final class Json {
  /// why: a message may quote a message; deeper than this no genuine update goes.
  private static final int DEPTH = 100;

  static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
                  .build())
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
          .addMixIn(PartialBotApiMethod.class, WithoutMethod.class);

  private Json() {}

  static Buffer write(Object request) {
    try {
      // why: Jackson's writer of bytes refuses half a surrogate pair, its writer of text does not.
      return Buffer.buffer(MAPPER.writeValueAsString(request));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request that cannot be written", e);
    }
  }

  /// The method's name stands in the path, not among its fields.
  interface WithoutMethod {
    @JsonIgnore
    String getMethod();
  }
}
