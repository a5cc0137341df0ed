package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.MyData;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Retention;
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
/// proof. Other conversations of that person alone are erased with it, and told.
final class Erasing {
  private final Database database;
  private final Keyring keys;
  private final Talks talks;
  private final Numbers numbers;
  private final NoticeBoard board;
  private final TalkErasure talk;
  private final InstantSource clock;
  private final ZoneId zone;

  Erasing(Database database, Keyring keys, Talks talks, InstantSource clock, ZoneId zone) {
    this.database = database;
    this.keys = keys;
    this.talks = talks;
    this.numbers = new Numbers(keys);
    this.board = new NoticeBoard(keys);
    this.talk = new TalkErasure(keys);
    this.clock = clock;
    this.zone = zone;
  }

  Future<Answer> erase(ConversationId who, EffectId id, Effect.EraseMyData asked) {
    byte[] effect = keys.index().effect(id.text());
    return database.transact(
        handle -> {
          // why: one at a time, so that their places are in the order of their commits
          handle.execute("select pg_advisory_xact_lock(77030)");
          return done(handle, effect).orElseGet(() -> erase(handle, who, effect, asked));
        });
  }

  private Answer erase(Handle handle, ConversationId who, byte[] effect, Effect.EraseMyData asked) {
    long own = talks.of(handle, who).id();
    Long person = MyDataReading.person(handle, talks, own, asked.person());
    if (person == null && asked.person() != null) {
      return new Answer.NotIdentified();
    }
    List<Long> all = conversations(handle, own, person);
    // why: who writes for one of these conversations now is waited for
    handle
        .createQuery("select owner from person_keys where owner = any(:owners) for update")
        .bind("owners", all.stream().map(t -> "talk/" + t).toArray(String[]::new))
        .mapTo(String.class)
        .list();
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    List<MyData.Kept> kept = RunningMatters.of(handle, all, person, asked.terms(), today);
    Code code = note(handle, effect, own, person, asked.terms(), kept);
    List<String> matters = kept.stream().map(MyData.Kept::matter).toList();
    for (long each : all) {
      talk.erase(handle, each, person, of(handle, each, matters));
    }
    if (person != null && !RunningMatters.personal(kept)) {
      new AgentCopies(keys).erase(handle, person);
      PersonErasure.erase(handle, person);
    }
    all.stream()
        .filter(each -> each != own)
        .forEach(each -> board.put(handle, each, new Notice.Erased(code)));
    return new Answer.Erased(code, kept, today.plusDays(asked.terms().backupDays()));
  }

  private Code note(
      Handle handle,
      byte[] effect,
      long own,
      @Nullable Long person,
      Retention terms,
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
        .bind("effect", effect)
        .bind("code", secrets.seal("code", code.text()))
        .bind("talk", own)
        .bind("person", person)
        .bind("now", now)
        .bind("backups", today.plusDays(terms.backupDays()))
        .bind("days", terms.finishedDays())
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
    return code;
  }

  /// The person's own, and those that nobody else uses.
  private static List<Long> conversations(Handle handle, long own, @Nullable Long person) {
    var all = new ArrayList<>(List.of(own));
    if (person != null) {
      all.addAll(
          handle
              .createQuery(
                  """
                  select talk from profiles f where person = :person and talk <> :own
                    and not exists (
                      select 1 from profiles o where o.talk = f.talk and o.person <> :person)
                  order by talk
                  """)
              .bind("person", person)
              .bind("own", own)
              .mapTo(Long.class)
              .list());
    }
    return all;
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

  private Optional<Answer> done(Handle handle, byte[] effect) {
    return handle
        .createQuery("select number, code, backups from erasures where effect = :effect")
        .bind("effect", effect)
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
