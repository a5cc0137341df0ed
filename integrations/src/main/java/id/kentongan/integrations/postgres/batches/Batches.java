package id.kentongan.integrations.postgres.batches;

import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.dialogs.roll.RollReader;
import id.kentongan.dialogs.roll.RollRow;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.BatchStand.Spot;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.Core;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Acts;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Talks;
import id.kentongan.integrations.postgres.members.AgentEnrolments;
import io.vertx.core.Future;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The lists of people that agents send: kept row by row, the same list known again, enrolled after
/// the agent's word that all consented.
public final class Batches {
  private final Database database;
  private final Keyring keys;
  private final Talks talks;
  private final Acts acts;
  private final Time time;
  private final BatchFolder folder;
  private final BatchRows rows;
  private final BatchKnown known;
  private final BatchStands stands;
  private final BatchEnrolling enrolling;
  private final BatchLines lines;

  /// The clock, and the zone in which months begin.
  public record Time(InstantSource clock, ZoneId zone) {
    YearMonth month() {
      return YearMonth.from(clock.instant().atZone(zone));
    }
  }

  public Batches(
      Database database, MasterKey master, Core core, Supplier<Tariffs> tariffs, Time time) {
    this.database = database;
    this.keys = new Keyring(master);
    this.talks = new Talks(keys);
    this.acts = new Acts(database, keys, talks);
    this.time = time;
    this.folder = new BatchFolder(keys);
    this.rows = new BatchRows(keys);
    this.known = new BatchKnown(keys);
    this.stands = new BatchStands(rows, tariffs);
    this.enrolling = new BatchEnrolling(database, keys, core, tariffs, time);
    this.lines = new BatchLines(keys, rows);
  }

  /// The agent of a conversation, and the code of their village where they have one only.
  public record Agent(long id, long talk, @Nullable String village) {}

  /// A list in the hands of its agent.
  record Open(long batch, Agent by) {
    long agent() {
      return by.id();
    }

    @Nullable String village() {
      return by.village();
    }
  }

  public Future<Optional<Agent>> agent(ConversationId who) {
    return database.transact(handle -> folder.agent(handle, talks.of(handle, who).id()));
  }

  /// Adds what one message or file told to the list that is not agreed on yet, or begins one.
  /// `content`: what was sent, to know it again.
  public Future<Answer> take(ConversationId who, EffectId id, byte[] content, List<RollRow> told) {
    return acts.once(
        who,
        id,
        (handle, talk) ->
            folder
                .agent(handle, talk.id())
                .map(agent -> take(handle, agent, blind(content), told))
                .orElseGet(() -> new Answer.Refused(AgentEnrolments.NOT_AGENT)));
  }

  private Answer take(Handle handle, Agent agent, byte[] content, List<RollRow> told) {
    Optional<BatchFolder.Before> before = folder.before(handle, agent, content);
    if (before.isPresent()) {
      return new Answer.BatchAgain(
          stands.of(handle, before.get().open(), time.month()), before.get().at());
    }
    if (told.isEmpty()) {
      return new Answer.BatchRefused("empty", "");
    }
    Instant now = time.clock().instant();
    Open open = folder.unagreed(handle, agent).orElseGet(() -> folder.begin(handle, agent, now));
    if (told.size() + folder.size(handle, open) > RollReader.MOST) {
      return new Answer.BatchRefused("too-many-rows", "");
    }
    int source = folder.add(handle, open, content, now);
    List<BatchRow> sorted = known.sorted(handle, open, source, told);
    rows.add(handle, open.batch(), sorted);
    return stand(handle, open, sorted);
  }

  /// The agent's latest list in which something is left to do.
  public Future<Answer> read(ConversationId who) {
    return on(who, folder::unfinished, this::stand);
  }

  /// Notes the terms and the consent, once, and enrols the first of those who are ready.
  public Future<Answer> confirm(ConversationId who, Effect.ConfirmBatch terms) {
    return on(
            who,
            named(terms.batch()),
            (handle, open) -> {
              folder.agree(handle, open, terms, time.clock().instant());
              return stand(handle, open);
            })
        .compose(answer -> going(who, terms.batch(), answer));
  }

  /// Enrols the next of those who are ready.
  public Future<Answer> run(ConversationId who, String batch) {
    return on(who, named(batch), this::stand).compose(answer -> going(who, batch, answer));
  }

  /// A faulty row as it reads now; enrolled at once where the list is agreed on.
  public Future<Answer> mend(ConversationId who, String batch, Spot spot, RollRow now) {
    return on(
            who,
            named(batch),
            (handle, open) -> {
              var sorted = known.sorted(handle, open, spot.source(), List.of(now));
              rows.change(handle, open.batch(), BatchRow.State.FAULTY, sorted);
              return stand(handle, open, sorted);
            })
        .compose(answer -> going(who, batch, answer));
  }

  public Future<Answer> skip(ConversationId who, String batch, Spot spot) {
    return on(
        who,
        named(batch),
        (handle, open) -> {
          folder.skip(handle, open, spot);
          return stand(handle, open);
        });
  }

  /// Forgets the list that is not agreed on yet.
  public Future<Void> drop(ConversationId who) {
    return database
        .transact(
            handle ->
                folder
                    .agent(handle, talks.of(handle, who).id())
                    .map(agent -> folder.drop(handle, agent))
                    .orElse(0))
        .mapEmpty();
  }

  /// What became of each row, of the latest list where `batch` is empty.
  public Future<Optional<List<BatchLine>>> lines(ConversationId who, String batch) {
    Find find = batch.isEmpty() ? folder::latest : named(batch);
    return database.transact(
        handle ->
            folder
                .agent(handle, talks.of(handle, who).id())
                .flatMap(agent -> find.in(handle, agent))
                .map(open -> lines.of(handle, open.batch())));
  }

  /// Removes lists that nobody agreed on within a week, and others after three months; says how
  /// many.
  public Future<Integer> sweep() {
    return database.transact(handle -> folder.sweep(handle, time.clock().instant()));
  }

  /// One of an agent's lists.
  private interface Find {
    Optional<Open> in(Handle handle, Agent agent);
  }

  /// What is done with a list.
  private interface Work {
    Answer in(Handle handle, Open open);
  }

  private Find named(String batch) {
    return (handle, agent) -> folder.of(handle, agent, batch);
  }

  private Future<Answer> on(ConversationId who, Find find, Work work) {
    return database.transact(
        handle -> {
          Optional<Agent> agent = folder.agent(handle, talks.of(handle, who).id());
          return agent.isEmpty()
              ? new Answer.Refused(AgentEnrolments.NOT_AGENT)
              : find.in(handle, agent.get())
                  .map(open -> work.in(handle, open))
                  .orElseGet(Answer.NoBatch::new);
        });
  }

  private Answer stand(Handle handle, Open open) {
    return stand(handle, open, List.of());
  }

  private Answer stand(Handle handle, Open open, List<BatchRow> sorted) {
    return new Answer.BatchStands(stands.of(handle, open, time.month()), BatchStands.known(sorted));
  }

  /// After what was done: those who are ready are enrolled, if the list is agreed on.
  private Future<Answer> going(ConversationId who, String batch, Answer answer) {
    if (!(answer instanceof Answer.BatchStands(var stand, var before))
        || stand.terms() == null
        || stand.terms().sponsorship() != null
        || stand.counts().ready() == 0) {
      return Future.succeededFuture(answer);
    }
    return enrolling
        .run(handle -> mine(handle, who, batch))
        .compose(
            found ->
                on(
                    who,
                    named(batch),
                    (handle, open) -> {
                      var all = new ArrayList<>(before);
                      all.addAll(BatchStands.known(found));
                      return new Answer.BatchStands(stands.of(handle, open, time.month()), all);
                    }));
  }

  private Optional<Open> mine(Handle handle, ConversationId who, String batch) {
    return folder
        .agent(handle, talks.of(handle, who).id())
        .flatMap(agent -> folder.of(handle, agent, batch));
  }

  /// why: the hash of a file is told apart from the ids of effects, which share the index
  private byte[] blind(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return keys.index().effect("list " + HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
