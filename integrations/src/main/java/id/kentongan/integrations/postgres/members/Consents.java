package id.kentongan.integrations.postgres.members;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.postgres.ActsTogether;
import id.kentongan.integrations.postgres.ActsTogether.Begun;
import id.kentongan.integrations.postgres.Columns;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.Writes;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Records to what somebody consented, with the version of the text they saw: once for each effect,
/// those of many conversations together, for nobody waits for it.
public final class Consents {
  private static final Duration MOMENT = Duration.ofMillis(10);

  private final InstantSource clock;
  private final ActsTogether<Effect.RecordConsent> given;

  public Consents(Database database, Keyring keys, Talks talks, InstantSource clock) {
    this.clock = clock;
    this.given =
        new ActsTogether<>(
            database, keys, talks, MOMENT, (handle, writes, all) -> insert(writes, all));
  }

  public Future<Void> record(ConversationId who, EffectId id, Effect.RecordConsent consent) {
    return given.once(who, id, consent).mapEmpty();
  }

  /// None of them stands any more: no reminders, and what was half filled is forgotten.
  public void withdraw(Handle handle, Talks.Talk talk) {
    handle.execute(
        """
        update consents set withdrawn = ?
        where talk = ? and agent is null and withdrawn is null
          and (person is null or person = (select person from talks where id = ?))
        """,
        clock.instant(),
        talk.id(),
        talk.id());
    ReminderWishes.keep(handle, talk.id(), new Effect.SetReminders(false, 0));
    Drafts.forget(handle, talk.id());
  }

  /// Whether news that many are told may be sent.
  public void news(Handle handle, Talks.Talk talk, Effect.SetNews wish) {
    handle.execute(
        "update consents set withdrawn = ? where talk = ? and purpose = 'news'"
            + " and withdrawn is null",
        clock.instant(),
        talk.id());
    if (wish.wanted()) {
      var consent = new Effect.RecordConsent("news", wish.textVersion());
      var writes = new Writes();
      insert(writes, List.of(new Begun<>(talk, consent)));
      writes.send(handle);
    }
  }

  private List<Optional<Answer>> insert(Writes writes, List<Begun<Effect.RecordConsent>> consents) {
    writes.add(
        """
        insert into consents (talk, purpose, text_version, given)
        select talk, purpose, version, :now
        from unnest(:talks, :purposes, :versions) as told (talk, purpose, version)
        """,
        Map.of(
            "talks", Columns.numbers(consents, begun -> begun.talk().id()),
            "purposes", Columns.texts(consents, begun -> begun.what().purpose()),
            "versions", Columns.texts(consents, begun -> begun.what().textVersion()),
            "now", clock.instant()));
    return Collections.nCopies(consents.size(), Optional.empty());
  }
}
