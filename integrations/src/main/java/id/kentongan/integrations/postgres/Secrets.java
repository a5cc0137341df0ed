package id.kentongan.integrations.postgres;

import id.kentongan.integrations.crypto.DataKey;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One owner's key (`person/17`, `talk/42`): seals and opens that owner's values, each for its
/// column.
public record Secrets(String owner, DataKey key) {
  public byte[] seal(String column, String text) {
    return key.seal(text.getBytes(StandardCharsets.UTF_8), owner + '/' + column);
  }

  public byte @Nullable [] sealMaybe(String column, @Nullable String text) {
    return text == null ? null : seal(column, text);
  }

  public String open(String column, byte[] sealed) {
    return new String(key.open(sealed, owner + '/' + column), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Secrets[" + owner + "]";
  }
}
