package id.kentongan.bot.chat;

import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.dialogs.talk.Talk;
import io.vertx.core.Future;
import java.time.Duration;

/// What a chat in the terminal needs of the running gateway.
public interface House {
  /// Hands in a message; done when it is committed.
  Future<?> receive(Inbound message);

  /// Whether nothing is under way and no timer fires within that time.
  Future<Boolean> quiet(Duration within);

  /// The clock was moved: what is due now fires, and what is done each hour is done; done when all
  /// of it is.
  Future<?> jumped();

  Future<Talk> talk(ConversationId who);

  /// A file of ours that was sent along, as a path on this machine.
  Future<String> file(Bubble.Attachment file);
}
