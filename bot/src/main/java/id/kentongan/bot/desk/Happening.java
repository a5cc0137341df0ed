package id.kentongan.bot.desk;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.Vault;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event before its turn: whose, its id, its own time, what it is, where it came from.
record Happening(
    ConversationId who,
    String eventId,
    Instant at,
    Inbound.Content content,
    Vault.Origin origin,
    Sender sender) {
  private static final Sender NOBODY = new Sender(null, null, null);

  /// What the platform says of the sender, and the handle by which to answer.
  record Sender(@Nullable String name, @Nullable String phone, @Nullable String handle) {}

  /// why: a provider's clock ahead of ours would make everything after it late.
  static Happening of(Inbound in, Instant now) {
    Instant at = in.at().isAfter(now) ? now : in.at();
    return new Happening(
        in.conversation(),
        in.id(),
        at,
        in.content(),
        new Vault.Origin.Person(at),
        new Sender(in.name(), in.phone(), in.handle()));
  }

  static Happening of(
      ConversationId who, String eventId, Instant at, Event event, Vault.Origin origin) {
    return new Happening(who, eventId, at, new Inbound.Ready(event), origin, NOBODY);
  }
}
