package id.kentongan.integrations;

import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An effect on its way, with what it needs to leave: when the person last wrote, as known at its
/// commit, and the handle of the inbound message it answers.
public record Post(
    EffectId id, Effect effect, @Nullable Instant lastInbound, @Nullable String handle) {
  @Override
  public String toString() {
    return "Post[" + id.conversation() + ", " + effect.getClass().getSimpleName() + "]";
  }
}
