package id.kentongan.bot.postman;

import id.kentongan.bot.desk.Loops;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Outcome;
import id.kentongan.integrations.Outgoing;
import id.kentongan.integrations.Post;
import id.kentongan.integrations.Term;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;

/// Sends messages by their channels. An attempt sends nothing after the time limit, which is
/// shorter than a lease; what was lost is settled with the channel before it is sent again.
final class Messages {
  private final Map<String, Channel> channels;
  private final TakenBag taken;
  private final Duration limit;

  /// `taken` gets what went out by channels that report later.
  Messages(Map<String, Channel> channels, TakenBag taken, Duration limit) {
    this.channels = channels;
    this.taken = taken;
    this.limit = limit;
  }

  Future<Verdict> send(Item item, Bubble bubble) {
    Channel channel = channels.get(item.conversation().channel());
    if (channel == null) {
      return Future.succeededFuture(
          new Verdict.Again(Duration.ofMinutes(1), "the channel is turned off"));
    }
    Post post = item.post();
    var message =
        new Outgoing(
            post.id(),
            item.conversation(),
            bubble,
            post.lastInbound(),
            post.handle(),
            Term.in(limit));
    var outcome = item.inherited() ? settledFirst(channel, message) : sent(channel, message);
    return outcome.map(
        done -> {
          if (done instanceof Outcome.Delivered(String providerId) && channel.reportsLater()) {
            taken.add(providerId, post);
          }
          return verdict(done);
        });
  }

  /// why: another node may have sent it and died before it could say so.
  private Future<Outcome> settledFirst(Channel channel, Outgoing message) {
    return within(channel.settle(message))
        .compose(
            outcome ->
                outcome instanceof Outcome.Delivered
                    ? Future.succeededFuture(outcome)
                    : sent(channel, message));
  }

  private Future<Outcome> sent(Channel channel, Outgoing message) {
    return within(channel.send(message))
        .compose(
            outcome ->
                outcome instanceof Outcome.Unknown
                    ? within(channel.settle(message))
                    : Future.succeededFuture(outcome));
  }

  private Future<Outcome> within(Future<Outcome> attempt) {
    return Loops.within(limit, attempt)
        .recover(e -> Future.succeededFuture(new Outcome.Unknown(e.getClass().getSimpleName())));
  }

  private static Verdict verdict(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Delivered(var providerId) -> new Verdict.Done();
      case Outcome.Later(var after, var why) -> new Verdict.Again(after, why);
      case Outcome.Unknown(var why) -> new Verdict.Again(Duration.ZERO, why);
      case Outcome.Never(var why) -> new Verdict.Never(why);
      case Outcome.Gone(var why) -> new Verdict.Happened(new Event.Left(), () -> {});
    };
  }
}
