package id.kentongan.integrations.postgres.learning;

import id.kentongan.integrations.postgres.AuditLines;
import id.kentongan.integrations.postgres.Database;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The model that was trained last, with how it compares, for all nodes: training takes longer than
/// a page may, and what was compared is what is published.
public final class Lessons {
  /// why: a node may have ended in the middle of it.
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final Database database;
  private final InstantSource clock;

  public Lessons(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// `ended` is absent while it is under way; `compared`, as it was given, where it came out.
  public record Lesson(
      long id, String officer, Instant begun, @Nullable Instant ended, @Nullable String compared) {}

  /// Its number; empty while another is under way.
  public Future<Optional<Long>> begin(String officer) {
    return database.transact(
        handle -> {
          handle.execute("lock table lessons in exclusive mode");
          Instant now = clock.instant();
          handle.execute(
              "delete from lessons where ended is not null or begun < ?", now.minus(LONGEST));
          return handle
              .createQuery(
                  """
                  insert into lessons (officer, begun)
                  select :officer, :now where not exists (select 1 from lessons) returning id
                  """)
              .bind("officer", officer)
              .bind("now", now)
              .mapTo(Long.class)
              .findOne();
        });
  }

  public Future<Void> learnt(long id, byte[] model, String compared) {
    return database
        .transact(
            handle ->
                handle.execute(
                    "update lessons set ended = ?, model = ?, compared = ? where id = ?",
                    clock.instant(),
                    model,
                    compared,
                    id))
        .mapEmpty();
  }

  public Future<Void> failed(long id) {
    return database
        .transact(
            handle ->
                handle.execute("update lessons set ended = ? where id = ?", clock.instant(), id))
        .mapEmpty();
  }

  public Future<Optional<Lesson>> last() {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select id, officer, begun, ended, compared from lessons
                    where ended is not null or begun >= :after order by id desc limit 1
                    """)
                .bind("after", clock.instant().minus(LONGEST))
                .map(
                    (row, context) -> {
                      var ended = row.getTimestamp("ended");
                      return new Lesson(
                          row.getLong("id"),
                          row.getString("officer"),
                          row.getTimestamp("begun").toInstant(),
                          ended == null ? null : ended.toInstant(),
                          row.getString("compared"));
                    })
                .findOne());
  }

  /// Gives the model of a lesson to all nodes; whether there was one.
  public Future<Boolean> publish(String officer, long id) {
    return database.transact(
        handle -> {
          Optional<byte[]> model =
              handle
                  .createQuery("select model from lessons where id = :id and model is not null")
                  .bind("id", id)
                  .mapTo(byte[].class)
                  .findOne();
          model.ifPresent(
              bytes -> {
                long published = PublishedModels.publish(handle, bytes);
                AuditLines.add(
                    handle, clock.instant(), officer, "publish model", "model/" + published);
              });
          handle.execute("delete from lessons where id = ?", id);
          return model.isPresent();
        });
  }
}
