package id.kentongan.integrations;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.EffectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message to deliver: already fitted to the channel's [Limits]. `lastInbound` is when the person
/// last wrote (the 24-hour window); `handle` belongs to the inbound message that is answered, if
/// any; it may leave until `term`.
public record Outgoing(
    EffectId id,
    ConversationId to,
    Bubble bubble,
    @Nullable Instant lastInbound,
    @Nullable String handle,
    Term term) {
  /// One that nobody else sends.
  public Outgoing(
      EffectId id,
      ConversationId to,
      Bubble bubble,
      @Nullable Instant lastInbound,
      @Nullable String handle) {
    this(id, to, bubble, lastInbound, handle, Term.open());
  }

  @Override
  public String toString() {
    return "Outgoing[" + to + "]";
  }
}
