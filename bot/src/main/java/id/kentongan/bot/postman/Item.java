package id.kentongan.bot.postman;

import id.kentongan.bot.desk.Comebacks;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.integrations.Outbox;
import id.kentongan.integrations.Post;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An outbox entry in the postman's hands. `inherited`: another owner may have sent it already.
record Item(
    String entry,
    Post post,
    ConversationId conversation,
    int attempts,
    @Nullable Instant due,
    boolean inherited) {
  static Item of(Outbox.Waiting waiting, boolean inherited) {
    Post post = waiting.post();
    Instant due = waiting.due() == null ? due(waiting.entry(), post) : waiting.due();
    return new Item(
        waiting.entry(), post, post.id().conversation(), waiting.attempts(), due, inherited);
  }

  /// One of a commit that was made just now.
  static Item fresh(String entry, Post post, ConversationId conversation) {
    return new Item(entry, post, conversation, 0, due(entry, post), false);
  }

  /// What its provider returned waits a while from its commit on.
  private static @Nullable Instant due(String entry, Post post) {
    Duration pause = Comebacks.pause(post.id());
    return pause.isZero()
        ? null
        : Instant.ofEpochMilli(time(entry, entry.indexOf('-'))).plus(pause);
  }

  Item again(Instant at) {
    return new Item(entry, post, conversation, attempts + 1, at, false);
  }

  /// Certainly not sent by another owner.
  Item ours() {
    return new Item(entry, post, conversation, attempts, due, false);
  }

  boolean withdrawable() {
    return post.effect() instanceof Effect.Send send && send.withdrawable();
  }

  /// The order of entries: milliseconds, then a number.
  static int compare(String one, String other) {
    int a = one.indexOf('-');
    int b = other.indexOf('-');
    int byTime = Long.compare(time(one, a), time(other, b));
    return byTime != 0 ? byTime : Long.compare(number(one, a), number(other, b));
  }

  static String later(String one, String other) {
    return compare(one, other) > 0 ? one : other;
  }

  /// When it was committed, by Redis's clock.
  Instant made() {
    return Instant.ofEpochMilli(time(entry, entry.indexOf('-')));
  }

  private static long time(String entry, int dash) {
    return Long.parseLong(entry, 0, dash < 0 ? entry.length() : dash, 10);
  }

  private static long number(String entry, int dash) {
    return dash < 0 ? 0 : Long.parseLong(entry, dash + 1, entry.length(), 10);
  }
}
