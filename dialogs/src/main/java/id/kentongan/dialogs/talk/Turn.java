package id.kentongan.dialogs.talk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One event's view of its conversation. `version` is the one this turn will write, so that a step
/// knows the ids of its effects; `now` the gateway's clock; `at` the event's own time, earlier when
/// it came late.
public record Turn(
    ConversationId conversation,
    long version,
    Talk talk,
    Instant now,
    Instant at,
    @Nullable String name,
    @Nullable String phone) {
  public EffectId effect(int index) {
    return EffectId.of(conversation, version, index);
  }
}
