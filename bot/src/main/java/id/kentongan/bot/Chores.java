package id.kentongan.bot;

import id.kentongan.bot.settings.Settings;
import id.kentongan.dialogs.mind.DialogMind;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Copy;
import id.kentongan.integrations.Core;
import id.kentongan.integrations.postgres.audit.AuditTrail;
import id.kentongan.integrations.postgres.files.PlatformCopies;
import id.kentongan.integrations.postgres.files.PostgresFiles;
import id.kentongan.integrations.postgres.journal.DailyFigures;
import id.kentongan.integrations.postgres.journal.PostgresResting;
import id.kentongan.integrations.postgres.journal.StateDays;
import id.kentongan.integrations.postgres.members.ConsentWatch;
import id.kentongan.integrations.postgres.officers.Promises;
import id.kentongan.integrations.postgres.privacy.Blots;
import id.kentongan.integrations.postgres.privacy.ErasedTalks;
import id.kentongan.integrations.postgres.privacy.Erasures;
import id.kentongan.integrations.postgres.privacy.Purge;
import id.kentongan.integrations.postgres.privacy.Retention;
import id.kentongan.integrations.postgres.reminders.AgentReminding;
import id.kentongan.integrations.postgres.reminders.DiscountEnding;
import id.kentongan.integrations.postgres.reminders.Reminding;
import id.kentongan.integrations.redis.RedisDeadLetters;
import id.kentongan.integrations.redis.RedisIdle;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one node does for all: clear away what is kept only for a while, count, and remind.
final class Chores {
  private Chores() {}

  static List<Chore> of(
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
        new Chore(
            "agent reminders",
            new AgentReminding(base.database(), base.key(), base.clock(), content.rules().zone())
                ::send),
        new Chore("reminders", () -> reminding(base).remind()),
        new Chore("discount ending", () -> ending(base).tell()),
        new Chore("promises", promises::remind),
        new Chore("consents", consents::end),
        new Chore("files", files::sweep),
        new Chore("acts", purge::acts),
        new Chore("tries", purge::tries),
        new Chore("sign-ins", purge::signIns),
        new Chore("deliveries", purge::deliveries),
        new Chore("codes", purge::codes),
        new Chore("review", () -> purge.review(Duration.ofDays(reviewDays))),
        new Chore("messages", () -> retention.messages().compose(gone -> retention.pages())),
        new Chore("old files", retention::files),
        new Chore("notes", retention::notes),
        new Chore("tickets", retention::tickets),
        new Chore("drafts", retention::drafts),
        new Chore("notices", retention::notices),
        new Chore("audit", new AuditTrail(base.database(), base.key(), base.clock())::seal),
        new Chore(
            "daily figures",
            new DailyFigures(base.database(), base.clock(), content.rules().zone())::count),
        new Chore(
            "state days",
            new StateDays(base.database(), base.clock(), content.rules().zone())::count),
        new Chore(
            "erasures",
            new Erasures(base.database(), base.key(), base.clock(), content.rules().zone())
                ::finish),
        new Chore(
            "platform copies",
            () -> copies.askAgain((channel, file) -> forgotten(channels.get(channel), file))),
        new Chore(
            "erased letters",
            new LetterErasure(
                    new RedisDeadLetters(base.redis(), base.key()),
                    new ErasedTalks(base.database(), base.key())::erased)
                ::sweep),
        new Chore(
            "copied letters",
            new CopiedLetters(
                    new RedisDeadLetters(base.redis(), base.key()),
                    new Blots(base.database(), base.key())::open)
                ::sweep),
        new Chore(
            "idle conversations",
            new RedisIdle(
                    base.redis(),
                    base.key(),
                    DialogMind.stored(),
                    new PostgresResting(base.database(), base.key()),
                    base.clock(),
                    upkeep.idle())
                ::sweep),
        new Chore("batches", RollRoom.batches(base, core)::sweep));
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
