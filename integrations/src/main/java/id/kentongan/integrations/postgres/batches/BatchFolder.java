package id.kentongan.integrations.postgres.batches;

import id.kentongan.dialogs.talk.BatchStand.Spot;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.matters.Programmes;
import id.kentongan.integrations.postgres.members.AgentEnrolments;
import id.kentongan.integrations.postgres.members.ConsentWay;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// The lists of an agent: found, begun, agreed on, forgotten.
final class BatchFolder {
  private static final Duration UNAGREED = Duration.ofDays(7);
  private static final Duration AGREED = Duration.ofDays(90);
  private static final String PURPOSE = "enroll.batch";
  private static final String LEFT =
      " and exists (select 1 from batch_rows r where r.batch = b.id"
          + " and r.state in ('READY', 'FAULTY'))"
          + " and not exists (select 1 from sponsorships s where s.batch = b.id)";

  /// The conversation of an agent who need not be in one.
  private static final long NO_TALK = -1;

  private final Keyring keys;

  BatchFolder(Keyring keys) {
    this.keys = keys;
  }

  /// The same list as it was sent before.
  record Before(Batches.Open open, Instant at) {}

  /// The agent of a conversation, who sends one list at a time: others wait for this transaction.
  Optional<Batches.Agent> agent(Handle handle, long talk) {
    Optional<Long> agent = AgentEnrolments.agent(handle, talk);
    agent.ifPresent(
        id ->
            handle
                .createQuery("select pg_advisory_xact_lock(hashtextextended(:lock, 0))::text")
                .bind("lock", "batch/" + id)
                .mapTo(String.class)
                .one());
    return agent.map(id -> new Batches.Agent(id, talk, village(handle, id).orElse(null)));
  }

  private static Optional<String> village(Handle handle, long agent) {
    return handle
        .createQuery(
            """
            select min(village) from agent_villages where agent = :agent having count(*) = 1
            """)
        .bind("agent", agent)
        .mapTo(String.class)
        .findOne();
  }

  Optional<Before> before(Handle handle, Batches.Agent agent, byte[] content) {
    return handle
        .createQuery(
            "select batch, made from batch_sources where agent = :agent and content_blind = :blind")
        .bind("agent", agent.id())
        .bind("blind", content)
        .map(
            (row, context) ->
                new Before(
                    new Batches.Open(row.getLong("batch"), agent),
                    row.getTimestamp("made").toInstant()))
        .findOne();
  }

  Optional<Batches.Open> of(Handle handle, Batches.Agent agent, String batch) {
    return open(
        agent,
        handle
            .createQuery("select id from batches where agent = :agent and id::text = :batch")
            .bind("batch", batch));
  }

  Optional<Batches.Open> unagreed(Handle handle, Batches.Agent agent) {
    return latest(handle, agent, " and b.agreed is null" + LEFT);
  }

  Optional<Batches.Open> unfinished(Handle handle, Batches.Agent agent) {
    return latest(handle, agent, LEFT);
  }

  Optional<Batches.Open> latest(Handle handle, Batches.Agent agent) {
    return latest(handle, agent, " and b.parted is null");
  }

  private static Optional<Batches.Open> latest(Handle handle, Batches.Agent agent, String where) {
    return open(
        agent,
        handle.createQuery(
            "select b.id from batches b where b.agent = :agent"
                + where
                + " order by b.id desc limit 1"));
  }

  private static Optional<Batches.Open> open(Batches.Agent agent, Query query) {
    return query
        .bind("agent", agent.id())
        .mapTo(Long.class)
        .findOne()
        .map(id -> new Batches.Open(id, agent));
  }

  Batches.Open begin(Handle handle, Batches.Agent agent, Instant now) {
    long id =
        handle
            .createQuery("insert into batches (agent, made) values (:agent, :now) returning id")
            .bind("agent", agent.id())
            .bind("now", now)
            .mapTo(Long.class)
            .one();
    keys.give(handle, "batch/" + id, keys.fresh());
    return new Batches.Open(id, agent);
  }

  /// The list that officers have approved to be enrolled at the village's cost, in the hands of the
  /// agent who sent it, whether or not they are logged in; others wait for this transaction.
  Optional<Batches.Open> approved(Handle handle, String sponsorship) {
    return handle
        .createQuery(
            """
            select b.id, b.agent from sponsorships s join batches b on b.id = s.batch
            where s.number = :number and s.state = 'APPROVED' for update of s
            """)
        .bind("number", sponsorship)
        .map(
            (row, context) ->
                new Batches.Open(
                    row.getLong("id"), new Batches.Agent(row.getLong("agent"), NO_TALK, null)))
        .findOne();
  }

  /// What could not be read is left out of a list that is sent.
  void close(Handle handle, Batches.Open open) {
    handle.execute(
        "update batch_rows set state = 'SKIPPED' where batch = ? and state = 'FAULTY'",
        open.batch());
  }

  int size(Handle handle, Batches.Open open) {
    return handle
        .createQuery("select count(*) from batch_rows where batch = :batch")
        .bind("batch", open.batch())
        .mapTo(Integer.class)
        .one();
  }

  /// Notes one more message or file; gives its place in the list.
  int add(Handle handle, Batches.Open open, byte[] content, Instant now) {
    return handle
        .createQuery(
            """
            insert into batch_sources (batch, source, agent, content_blind, made)
            select :batch, coalesce(max(source), 0) + 1, :agent, :content, :now
            from batch_sources where batch = :batch
            returning source
            """)
        .bind("batch", open.batch())
        .bind("agent", open.agent())
        .bind("content", content)
        .bind("now", now)
        .mapTo(Integer.class)
        .one();
  }

  /// Notes the terms and the consent that the list rests on; once.
  void agree(Handle handle, Batches.Open open, Effect.ConfirmBatch terms, Instant now) {
    int agreed =
        handle
            .createUpdate(
                """
                update batches set agreed = :now, programmes = :programmes, first_month = :first,
                  months = :months where id = :batch and agreed is null
                """)
            .bind("now", now)
            .bind("programmes", Programmes.write(terms.programmes()))
            .bind("first", terms.first().atDay(1))
            .bind("months", terms.months())
            .bind("batch", open.batch())
            .execute();
    if (agreed == 1) {
      handle
          .createUpdate(
              """
              with given as (
                insert into consents (talk, purpose, text_version, given, agent, way)
                values (:talk, :purpose, :version, :now, :agent, :way) returning id)
              update batches set consent = (select id from given) where id = :batch
              """)
          .bind("talk", open.by().talk())
          .bind("purpose", PURPOSE)
          .bind("version", terms.textVersion())
          .bind("way", ConsentWay.IN_PERSON.name())
          .bind("now", now)
          .bind("agent", open.agent())
          .bind("batch", open.batch())
          .execute();
    }
  }

  void skip(Handle handle, Batches.Open open, Spot spot) {
    handle.execute(
        """
        update batch_rows set state = 'SKIPPED'
        where batch = ? and source = ? and line = ? and state = 'FAULTY'
        """,
        open.batch(),
        spot.source(),
        spot.line());
  }

  int drop(Handle handle, Batches.Agent agent) {
    return handle
        .createUpdate(
            """
            with gone as (
              delete from batches where agreed is null and agent = :agent returning id)
            delete from person_keys where owner in (select 'batch/' || id from gone)
            """)
        .bind("agent", agent.id())
        .execute();
  }

  int sweep(Handle handle, Instant now) {
    return handle
        .createUpdate(
            """
            with old as (
              delete from batches where made < :agreed or (agreed is null and made < :unagreed)
              returning id)
            delete from person_keys where owner in (select 'batch/' || id from old)
            """)
        .bind("agreed", now.minus(AGREED))
        .bind("unagreed", now.minus(UNAGREED))
        .execute();
  }
}
