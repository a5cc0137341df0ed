package id.kentongan.dialogs.talk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a door lets in: an event of a person before the Ear has heard it. `id` is the provider's
/// own id of the event (`telegram:4711`, a MessageSid, a wamid), remembered so that it takes effect
/// once; `at` the provider's time of it; `handle` what the channel needs to answer it (a callback
/// query's id, the inbound message's sid for the typing indicator).
public record Inbound(
    String id,
    ConversationId conversation,
    Instant at,
    Content content,
    @Nullable String name,
    @Nullable String phone,
    @Nullable String handle) {
  public Inbound {
    name = name == null ? null : Legible.of(name);
  }

  /// What was sent: words that still need the Ear, or anything else, ready as an event.
  public sealed interface Content {}

  /// Typed words; `edited` when they replace an earlier message.
  public record Words(String text, boolean edited) implements Content {
    public Words {
      text = Legible.of(text);
    }
  }

  /// Everything that needs no understanding.
  public record Ready(Event event) implements Content {}

  @Override
  public String toString() {
    return "Inbound[" + id + ", " + conversation + "]";
  }
}
