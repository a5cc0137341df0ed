package id.kentongan.bot;

import id.kentongan.bot.settings.Settings;
import id.kentongan.dialogs.mind.DialogMind;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Copy;
import id.kentongan.integrations.Core;
import id.kentongan.integrations.postgres.AgentReminding;
import id.kentongan.integrations.postgres.AuditTrail;
import id.kentongan.integrations.postgres.Blots;
import id.kentongan.integrations.postgres.ConsentWatch;
import id.kentongan.integrations.postgres.DailyFigures;
import id.kentongan.integrations.postgres.DiscountEnding;
import id.kentongan.integrations.postgres.ErasedTalks;
import id.kentongan.integrations.postgres.Erasures;
import id.kentongan.integrations.postgres.PlatformCopies;
import id.kentongan.integrations.postgres.PostgresFiles;
import id.kentongan.integrations.postgres.PostgresResting;
import id.kentongan.integrations.postgres.Promises;
import id.kentongan.integrations.postgres.Purge;
import id.kentongan.integrations.postgres.Reminding;
import id.kentongan.integrations.postgres.Retention;
import id.kentongan.integrations.postgres.StateDays;
import id.kentongan.integrations.redis.RedisDeadLetters;
import id.kentongan.integrations.redis.RedisIdle;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What one node does for all: clear away what is kept only for a while, count, and remind.
final class Chores {
  private Chores() {}

  static List<Supplier<Future<Integer>>> of(
      Base base, Core core, Map<String, Channel> channels, int reviewDays, Settings.Upkeep upkeep) {
    var files = new PostgresFiles(base.database(), base.key(), base.clock());
    var purge = new Purge(base.database(), base.clock());
    var content = base.content();
    var retention = new Retention(base.database(), upkeep.retention(), base.clock());
    var consents =
        new ConsentWatch(base.database(), base.key(), core, base.clock(), content.rules().zone());
    var copies = new PlatformCopies(base.database(), base.key(), base.clock());
    var promises =
        new Promises(
            base.database(), base.key(), content.offices(), content.rules().zone(), base.clock());
    return List.of(
        // first those that somebody waits for
        new AgentReminding(base.database(), base.key(), base.clock(), content.rules().zone())::send,
        () -> reminding(base).remind(),
        () -> ending(base).tell(),
        promises::remind,
        consents::end,
        files::sweep,
        purge::acts,
        purge::tries,
        purge::deliveries,
        purge::codes,
        () -> purge.review(Duration.ofDays(reviewDays)),
        () -> retention.messages().compose(gone -> retention.pages()),
        retention::notes,
        retention::tickets,
        retention::drafts,
        retention::notices,
        new AuditTrail(base.database(), base.key(), base.clock())::seal,
        new DailyFigures(base.database(), base.clock(), content.rules().zone())::count,
        new StateDays(base.database(), base.clock(), content.rules().zone())::count,
        new Erasures(base.database(), base.key(), base.clock(), content.rules().zone())::finish,
        () -> copies.askAgain((channel, file) -> forgotten(channels.get(channel), file)),
        new LetterErasure(
                new RedisDeadLetters(base.redis(), base.key()),
                new ErasedTalks(base.database(), base.key())::erased)
            ::sweep,
        new CopiedLetters(
                new RedisDeadLetters(base.redis(), base.key()),
                new Blots(base.database(), base.key())::open)
            ::sweep,
        new RedisIdle(
                base.redis(),
                base.key(),
                DialogMind.stored(),
                new PostgresResting(base.database(), base.key()),
                base.clock(),
                upkeep.idle())
            ::sweep,
        RollRoom.batches(base, core)::sweep);
  }

  /// why: a messenger that is off may be back within days.
  private static Future<Copy> forgotten(@Nullable Channel channel, FileRef file) {
    return channel == null ? Future.succeededFuture(Copy.OWED) : channel.forget(file);
  }

  /// why: made anew for each round, as officers may have published other tariffs since the last.
  private static Reminding reminding(Base base) {
    return new Reminding(
        base.database(),
        base.key(),
        base.content().rules(),
        base.content().tariffs(),
        base.clock());
  }

  private static DiscountEnding ending(Base base) {
    return new DiscountEnding(
        base.database(),
        base.key(),
        base.content().rules(),
        base.content().tariffs(),
        base.clock());
  }
}
