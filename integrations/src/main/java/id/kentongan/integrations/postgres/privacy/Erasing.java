package id.kentongan.integrations.postgres.privacy;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.MyData;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Retention;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.NoticeBoard;
import id.kentongan.integrations.postgres.Numbers;
import id.kentongan.integrations.postgres.Secrets;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.files.PlatformCopies;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Erases what is kept of a conversation and of its person (X5), once for each effect, with a
/// proof. Other conversations of that person alone are erased with it, and told. Asked for by the
/// person in a conversation, or by officers for whoever comes to the branch.
public final class Erasing {
  private final Database database;
  private final Keyring keys;
  private final Talks talks;
  private final Numbers numbers;
  private final NoticeBoard board;
  private final TalkErasure talk;
  private final InstantSource clock;
  private final ZoneId zone;

  public Erasing(Database database, Keyring keys, Talks talks, InstantSource clock, ZoneId zone) {
    this.database = database;
    this.keys = keys;
    this.talks = talks;
    this.numbers = new Numbers(keys);
    this.board = new NoticeBoard(keys);
    this.talk = new TalkErasure(keys);
    this.clock = clock;
    this.zone = zone;
  }

  public Future<Answer> erase(ConversationId who, EffectId id, Effect.EraseMyData asked) {
    return database.transact(
        handle -> {
          inTurn(handle);
          return done(handle, id.text()).orElseGet(() -> erase(handle, who, id.text(), asked));
        });
  }

  /// why: one at a time, so that their places are in the order of their commits
  private static void inTurn(Handle handle) {
    handle.execute("select pg_advisory_xact_lock(77030)");
  }

  /// The person, and the conversations of theirs alone.
  Answer.Erased person(Handle handle, long person, Retention terms) {
    inTurn(handle);
    String id = "desk/" + person + '/' + clock.instant();
    return erase(handle, null, person, new Asked(id, terms));
  }

  /// What asks, as it is known again, and for how long the rest stays.
  private record Asked(String id, Retention terms) {}

  private Answer erase(Handle handle, ConversationId who, String id, Effect.EraseMyData asked) {
    long own = talks.of(handle, who).id();
    Long person = MyDataReading.person(handle, talks, own, asked.person());
    if (person == null && asked.person() != null) {
      return new Answer.NotIdentified();
    }
    return erase(handle, own, person, new Asked(id, asked.terms()));
  }

  /// `own`: the conversation that asks for it, if one does.
  private Answer.Erased erase(
      Handle handle, @Nullable Long own, @Nullable Long person, Asked asked) {
    List<Long> all = conversations(handle, own, person);
    // why: who writes for one of these conversations now is waited for
    handle
        .createQuery("select owner from person_keys where owner = any(:owners) for update")
        .bind("owners", all.stream().map(t -> "talk/" + t).toArray(String[]::new))
        .mapTo(String.class)
        .list();
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    List<MyData.Kept> kept = RunningMatters.of(handle, all, person, asked.terms(), today);
    Noted noted = note(handle, own, person, asked, kept);
    Code code = noted.code();
    List<String> matters = kept.stream().map(MyData.Kept::matter).toList();
    for (long each : all) {
      PlatformCopies.erased(handle, keys, each, noted.number());
      talk.erase(handle, each, person, of(handle, each, matters));
    }
    if (person != null) {
      // why here: also where something is kept, nothing is left to sign.
      handle.execute("delete from signatures where matter = ?", "person/" + person);
    }
    if (person != null && !RunningMatters.personal(kept)) {
      new AgentCopies(keys).erase(handle, person);
      new AgentForms(keys).forget(handle, person);
      PersonErasure.erase(handle, person);
    }
    all.stream()
        .filter(each -> !each.equals(own))
        .forEach(each -> board.put(handle, each, new Notice.Erased(code)));
    return new Answer.Erased(code, kept, today.plusDays(asked.terms().backupDays()));
  }

  /// An erasure by its number, and the code that proves it.
  private record Noted(String number, Code code) {}

  private Noted note(
      Handle handle,
      @Nullable Long own,
      @Nullable Long person,
      Asked asked,
      List<MyData.Kept> kept) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, zone);
    String number = numbers.next(handle, Numbers.Kind.ERASURE, today);
    Code code = numbers.receipt(handle, number);
    Secrets secrets = keys.give(handle, "erasure/" + number, keys.fresh());
    handle
        .createUpdate(
            """
            insert into erasures (number, effect, code, talk, person, made, backups, finished_days,
              finished)
            values (:number, :effect, :code, :talk, :person, :now, :backups, :days,
              :finished)
            """)
        .bind("number", number)
        .bind("effect", keys.index().effect(asked.id()))
        .bind("code", secrets.seal("code", code.text()))
        .bind("talk", own)
        .bind("person", person)
        .bind("now", now)
        .bind("backups", today.plusDays(asked.terms().backupDays()))
        .bind("days", asked.terms().finishedDays())
        .bind("finished", kept.isEmpty() ? now : null)
        .execute();
    for (MyData.Kept one : kept) {
      handle.execute(
          "insert into erasure_kept (erasure, kind, matter, until) values (?, ?, ?, ?)",
          number,
          one.kind(),
          one.matter(),
          one.until());
    }
    return new Noted(number, code);
  }

  /// The person's own, and those that nobody else uses.
  private static List<Long> conversations(
      Handle handle, @Nullable Long own, @Nullable Long person) {
    var all = new ArrayList<Long>();
    if (own != null) {
      all.add(own);
    }
    if (person != null) {
      all.addAll(alone(handle, person).stream().filter(talk -> !talk.equals(own)).toList());
    }
    return all;
  }

  /// The conversations that this person alone uses.
  static List<Long> alone(Handle handle, long person) {
    return handle
        .createQuery(
            """
            select talk from profiles f where person = :person
              and not exists (
                select 1 from profiles o where o.talk = f.talk and o.person <> :person)
            order by talk
            """)
        .bind("person", person)
        .mapTo(Long.class)
        .list();
  }

  private static List<String> of(Handle handle, long talk, List<String> matters) {
    return handle
        .createQuery(
            """
            select number from claims where talk = :talk and number = any(:matters)
            union all select number from accidents where talk = :talk and number = any(:matters)
            """)
        .bind("talk", talk)
        .bind("matters", matters.toArray(String[]::new))
        .mapTo(String.class)
        .list();
  }

  private Optional<Answer> done(Handle handle, String id) {
    return handle
        .createQuery("select number, code, backups from erasures where effect = :effect")
        .bind("effect", keys.index().effect(id))
        .map(
            (row, context) -> {
              String number = row.getString("number");
              String code = keys.erasure(handle, number).open("code", row.getBytes("code"));
              return (Answer)
                  new Answer.Erased(
                      new Code(code),
                      Erasures.kept(handle, number),
                      row.getObject("backups", LocalDate.class));
            })
        .findOne();
  }
}
