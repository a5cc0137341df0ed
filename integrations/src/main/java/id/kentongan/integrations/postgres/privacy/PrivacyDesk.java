package id.kentongan.integrations.postgres.privacy;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.MyData;
import id.kentongan.dialogs.values.Retention;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.AuditLines;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.matters.Moved;
import id.kentongan.integrations.postgres.matters.Signatures;
import id.kentongan.integrations.postgres.members.Drafts;
import id.kentongan.integrations.postgres.members.ReminderWishes;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What officers do for somebody who asks at the branch about their own data (X5): tell what is
/// kept, take consents back, and erase, which two officers sign. Every look is in the audit.
public final class PrivacyDesk {
  private static final String ERASE = "ERASE";

  private final Database database;
  private final Talks talks;
  private final Erasing erasing;
  private final PersonData data;
  private final Supplier<Retention> terms;
  private final InstantSource clock;
  private final ZoneId zone;

  /// `terms` are asked for whenever they are needed.
  public PrivacyDesk(
      Database database,
      MasterKey master,
      InstantSource clock,
      ZoneId zone,
      Supplier<Retention> terms) {
    var keys = new Keyring(master);
    this.database = database;
    this.talks = new Talks(keys);
    this.erasing = new Erasing(database, keys, talks, clock, zone);
    this.data = new PersonData(keys);
    this.terms = terms;
    this.clock = clock;
    this.zone = zone;
  }

  /// What is found of a person.
  public sealed interface Opened {
    /// `kept` would stay for now if all were erased; `signed` are those who signed that; `proof`
    /// is of an erasure that waits for what is kept.
    record Person(
        PersonData.Known known,
        List<MyData.Kept> kept,
        List<String> signed,
        Erasures.@Nullable Proof proof)
        implements Opened {}

    /// Nothing but the proof that it was erased.
    record Gone(Erasures.Proof proof) implements Opened {}
  }

  public Future<Optional<Opened>> open(String officer, long person) {
    return database.transact(
        handle -> {
          Optional<Opened> found =
              data.of(handle, person)
                  .<Opened>map(known -> opened(handle, known))
                  .or(() -> data.erasure(handle, person).map(Opened.Gone::new));
          found.ifPresent(
              any -> AuditLines.add(handle, clock.instant(), officer, "look", matter(person)));
          return found;
        });
  }

  private Opened opened(Handle handle, PersonData.Known known) {
    var alone = Erasing.alone(handle, known.person());
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    return new Opened.Person(
        known,
        RunningMatters.of(handle, alone, known.person(), terms.get(), today),
        handle
            .createQuery("select officer from signatures where matter = :matter and act = :act")
            .bind("matter", matter(known.person()))
            .bind("act", ERASE)
            .mapTo(String.class)
            .list(),
        data.erasure(handle, known.person()).orElse(null));
  }

  /// Ends all consents of the person and the reminders of the conversations that are theirs alone,
  /// and forgets what was half filled there; false where there is no such person.
  public Future<Boolean> withdraw(String officer, long person) {
    return database.transact(
        handle -> {
          if (data.of(handle, person).isEmpty()) {
            return false;
          }
          List<Long> alone = Erasing.alone(handle, person);
          handle
              .createUpdate(
                  """
                  update consents set withdrawn = :now where withdrawn is null
                    and (person = :person or (agent is null and talk = any(:talks)))
                  """)
              .bind("now", clock.instant())
              .bind("person", person)
              .bind("talks", alone.toArray(Long[]::new))
              .execute();
          for (long talk : alone) {
            ReminderWishes.keep(handle, talk, new Effect.SetReminders(false, 0));
            Drafts.forget(handle, talk);
          }
          AuditLines.add(handle, clock.instant(), officer, "withdraw consent", matter(person));
          return true;
        });
  }

  /// Carried out when a second officer signs. The person's own conversations are told.
  public Future<Moved> erase(String officer, long person) {
    return database.transact(
        handle -> {
          if (data.of(handle, person).isEmpty()) {
            return Moved.NO;
          }
          Moved signed = Signatures.sign(handle, officer, matter(person), ERASE, clock.instant());
          if (signed == Moved.DONE) {
            Answer.Erased _ = erasing.person(handle, person, terms.get());
            AuditLines.add(handle, clock.instant(), officer, "erase", matter(person));
          }
          return signed;
        });
  }

  private static String matter(long person) {
    return "person/" + person;
  }
}
