package id.kentongan.integrations.postgres.members;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.NoticeBoard;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.Tries;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Codes of six digits, sent to the phone in a record, by which another conversation proves that
/// the person holds that phone: once, within ten minutes, in three tries. Whether there is such a
/// record shows neither in the answer nor in what is done for it.
public final class SentCodes {
  private static final Duration VALID = Duration.ofMinutes(10);
  private static final int TRIES = 3;
  private static final String CHANNEL = "whatsapp";

  private final Keyring keys;
  private final Talks talks;
  private final People people;
  private final NoticeBoard notices;
  private final InstantSource clock;

  @SuppressWarnings("ArrayRecordComponent") // read once, never compared as a record
  private record Kept(byte[] code, @Nullable Long person) {}

  public SentCodes(Keyring keys, Talks talks, InstantSource clock) {
    this.keys = keys;
    this.talks = talks;
    this.people = new People(keys);
    this.notices = new NoticeBoard(keys);
    this.clock = clock;
  }

  public Answer send(Handle handle, ConversationId who, Effect.SendCode asked) {
    Talks.Talk talk = talks.of(handle, who);
    byte[] sender = keys.index().sender(who.key());
    Instant now = clock.instant();
    byte[] nik = keys.index().nik(asked.nik());
    var counts = Tries.counts(handle, talk, "code", sender, new Tries.Count("code.nik", nik));
    Optional<Instant> blocked = Tries.blocked(handle, now, counts);
    if (blocked.isPresent()) {
      return new Answer.TooManyTries(blocked.get());
    }
    Tries.note(handle, now, counts);
    Optional<People.Person> person =
        people.byNik(handle, asked.nik()).stream()
            .filter(p -> p.birthDate().equals(asked.birthDate()) && p.phone() != null)
            .findFirst();
    Optional<Phone> phone = person.map(People.Person::phone);
    String code = "%06d".formatted(keys.random().nextInt(1_000_000));
    keep(handle, talk, nik, code, person.map(People.Person::id), now);
    // why: for no record a notice to the asker that is done already, so that nothing takes another
    // way.
    ConversationId to = phone.map(SentCodes::conversation).orElse(who);
    notices.put(handle, talks.of(handle, to).id(), new Notice.IdentityCode(code), phone.isEmpty());
    return new Answer.CodeSent();
  }

  /// Whose record the code proves that was sent for this conversation and NIK, and takes it away.
  OptionalLong person(Handle handle, Talks.Talk talk, byte[] nik, Code told) {
    if (!told.text().matches("[0-9]{6}")) {
      return OptionalLong.empty();
    }
    Optional<Kept> kept =
        handle
            .createQuery(
                """
                update identity_codes set tries = tries + 1
                where talk = :talk and nik_blind = :nik and until > :now and tries < :most
                returning code, person
                """)
            .bind("talk", talk.id())
            .bind("nik", nik)
            .bind("now", clock.instant())
            .bind("most", TRIES)
            .map(
                (row, context) ->
                    new Kept(row.getBytes("code"), row.getObject("person", Long.class)))
            .findOne();
    boolean right =
        kept.isPresent() && MessageDigest.isEqual(kept.get().code(), hash(talk, told.text()));
    Long person = right ? kept.get().person() : null;
    if (person == null) {
      return OptionalLong.empty();
    }
    handle.execute("delete from identity_codes where talk = ?", talk.id());
    return OptionalLong.of(person);
  }

  private void keep(
      Handle handle, Talks.Talk talk, byte[] nik, String code, Optional<Long> person, Instant now) {
    handle
        .createUpdate(
            """
            insert into identity_codes (talk, code, person, nik_blind, until)
            values (:talk, :code, :person, :nik, :until)
            on conflict (talk) do update set code = excluded.code, person = excluded.person,
              nik_blind = excluded.nik_blind, tries = 0, until = excluded.until
            """)
        .bind("talk", talk.id())
        .bind("code", hash(talk, code))
        .bind("person", person.orElse(null))
        .bind("nik", nik)
        .bind("until", now.plus(VALID))
        .execute();
  }

  private byte[] hash(Talks.Talk talk, String code) {
    return keys.index().sentCode(talk.id() + "/" + code);
  }

  private static ConversationId conversation(Phone phone) {
    return new ConversationId(CHANNEL, phone.e164().substring(1));
  }
}
