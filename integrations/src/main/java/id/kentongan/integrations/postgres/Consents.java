package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import io.vertx.core.Future;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;

/// Records to what somebody consented, with the version of the text they saw: once for each effect,
/// in one statement where the conversation is known.
final class Consents {
  private final Database database;
  private final Keyring keys;
  private final Acts acts;
  private final InstantSource clock;

  Consents(Database database, Keyring keys, Acts acts, InstantSource clock) {
    this.database = database;
    this.keys = keys;
    this.acts = acts;
    this.clock = clock;
  }

  Future<Void> record(ConversationId who, EffectId id, Effect.RecordConsent consent) {
    return database
        .alone(handle -> recorded(handle, who, id, consent))
        .compose(
            done ->
                done
                    ? Future.succeededFuture()
                    : acts.carryOut(who, id, (handle, talk) -> insert(handle, talk.id(), consent)));
  }

  /// None of them stands any more: no reminders, and what was half filled is forgotten.
  void withdraw(Handle handle, Talks.Talk talk) {
    handle.execute(
        """
        update consents set withdrawn = ?
        where talk = ? and agent is null and withdrawn is null
          and (person is null or person = (select person from talks where id = ?))
        """,
        clock.instant(),
        talk.id(),
        talk.id());
    ReminderWishes.keep(handle, talk, new Effect.SetReminders(false, 0));
    Drafts.forget(handle, talk);
  }

  /// Whether news that many are told may be sent.
  void news(Handle handle, Talks.Talk talk, Effect.SetNews wish) {
    handle.execute(
        "update consents set withdrawn = ? where talk = ? and purpose = 'news'"
            + " and withdrawn is null",
        clock.instant(),
        talk.id());
    if (wish.wanted()) {
      insert(handle, talk.id(), new Effect.RecordConsent("news", wish.textVersion()));
    }
  }

  /// False when the conversation is new, or the effect was carried out before.
  private boolean recorded(
      Handle handle, ConversationId who, EffectId id, Effect.RecordConsent consent) {
    return handle
            .createUpdate(
                """
                with talk as (
                  select t.id from talks t join person_keys k on k.owner = 'talk/' || t.id
                  where t.blind = :blind),
                act as (
                  insert into acts (effect, talk) select :effect, id from talk
                  on conflict do nothing returning talk)
                insert into consents (talk, purpose, text_version, given)
                select talk, :purpose, :version, :now from act
                """)
            .bind("blind", keys.index().sender(who.key()))
            .bind("effect", keys.index().effect(id.text()))
            .bind("purpose", consent.purpose())
            .bind("version", consent.textVersion())
            .bind("now", clock.instant())
            .execute()
        == 1;
  }

  private void insert(Handle handle, long talk, Effect.RecordConsent consent) {
    handle.execute(
        "insert into consents (talk, purpose, text_version, given) values (?, ?, ?, ?)",
        talk,
        consent.purpose(),
        consent.textVersion(),
        clock.instant());
  }
}
