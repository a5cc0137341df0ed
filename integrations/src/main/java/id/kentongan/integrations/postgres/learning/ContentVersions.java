package id.kentongan.integrations.postgres.learning;

import id.kentongan.integrations.postgres.AuditLines;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.accounts.OfficerSessions;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Content as officers write it: drafts, what another officer published of them, and all versions.
public final class ContentVersions {
  private final Database database;
  private final InstantSource clock;

  public ContentVersions(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Where a version stands.
  public enum State {
    DRAFT,
    PUBLISHED,
    DROPPED
  }

  /// A version of a file, `path` below `config`.
  public record Version(long id, String path, String text, State state, Who who, String over) {}

  /// Who wrote it and who let it go, and when.
  public record Who(
      String author, Instant written, @Nullable String approver, @Nullable Instant settled) {}

  /// What came of publishing.
  public enum Result {
    DONE,
    /// Who wrote it does not publish it.
    OWN,
    /// It is a draft no more.
    GONE
  }

  /// `over`: the hash of the file on the disk, in hexadecimal.
  public Future<Long> draft(String author, String path, String text, String over) {
    return database.transact(
        handle -> {
          long id =
              handle
                  .createQuery(
                      """
                      insert into content_versions (path, text, over, author, written, state)
                      values (:path, :text, decode(:over, 'hex'), :author, :now, 'DRAFT')
                      returning id
                      """)
                  .bind("path", path)
                  .bind("text", text)
                  .bind("over", over)
                  .bind("author", author)
                  .bind("now", clock.instant())
                  .mapTo(Long.class)
                  .one();
          AuditLines.add(handle, clock.instant(), author, "draft", "content/" + path);
          return id;
        });
  }

  public Future<Result> publish(String approver, long id) {
    return database.transact(
        handle -> {
          Optional<Version> draft = draft(handle, id);
          if (draft.isEmpty()) {
            return Result.GONE;
          }
          if (draft.get().who().author().equals(approver)) {
            return Result.OWN;
          }
          settle(handle, approver, id, State.PUBLISHED);
          AuditLines.add(
              handle, clock.instant(), approver, "publish", "content/" + draft.get().path());
          return Result.DONE;
        });
  }

  public Future<Result> drop(String officer, long id) {
    return database.transact(
        handle -> {
          Optional<Version> draft = draft(handle, id);
          draft.ifPresent(
              dropped -> {
                settle(handle, officer, id, State.DROPPED);
                AuditLines.add(
                    handle, clock.instant(), officer, "drop", "content/" + dropped.path());
              });
          return draft.isPresent() ? Result.DONE : Result.GONE;
        });
  }

  /// Publishes an earlier version again, at once: another had published it before.
  public Future<Result> restore(String officer, long id) {
    return database.transact(
        handle -> {
          int restored =
              handle.execute(
                  """
                  insert into content_versions
                    (path, text, over, author, written, state, approver, settled, place)
                  select path, text, over, author, ?, 'PUBLISHED', ?, ?, nextval('content_places')
                  from content_versions where id = ? and state = 'PUBLISHED'
                  """,
                  clock.instant(),
                  officer,
                  clock.instant(),
                  id);
          find(handle, id)
              .filter(version -> restored == 1)
              .ifPresent(
                  v ->
                      AuditLines.add(
                          handle, clock.instant(), officer, "roll back", "content/" + v.path()));
          return restored == 1 ? Result.DONE : Result.GONE;
        });
  }

  private void settle(Handle handle, String officer, long id, State state) {
    handle.execute(
        """
        update content_versions set state = ?, approver = ?, settled = ?,
          place = case when ? = 'PUBLISHED' then nextval('content_places') end
        where id = ?
        """,
        state.name(),
        officer,
        clock.instant(),
        state.name(),
        id);
  }

  public Future<Optional<Version>> version(long id) {
    return database.transact(handle -> find(handle, id));
  }

  /// Of a file, latest first.
  public Future<List<Version>> of(String path) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    "select * from content_versions where path = :path order by id desc limit 50")
                .bind("path", path)
                .map((row, context) -> version(row))
                .list());
  }

  public Future<List<Version>> drafts() {
    return database.transact(
        handle ->
            handle
                .createQuery("select * from content_versions where state = 'DRAFT' order by id")
                .map((row, context) -> version(row))
                .list());
  }

  /// What is published, by path.
  public Future<Map<String, Version>> published() {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select distinct on (path) * from content_versions where state = 'PUBLISHED'
                    order by path, place desc
                    """)
                .map((row, context) -> version(row))
                .stream()
                .collect(Collectors.toMap(Version::path, version -> version)));
  }

  /// What was said of a file last that are not these words.
  public Future<Optional<Version>> saidBefore(String path, String now) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select * from content_versions
                    where path = :path and state = 'PUBLISHED' and text <> :now
                    order by place desc limit 1
                    """)
                .bind("path", path)
                .bind("now", now)
                .map((row, context) -> version(row))
                .findOne());
  }

  /// What rises with each publishing; 0 when nothing ever was.
  public Future<Long> place() {
    return database.transact(
        handle ->
            handle
                .createQuery("select coalesce(max(place), 0) from content_versions")
                .mapTo(Long.class)
                .one());
  }

  /// A draft, held until the end of the transaction: who settles it at the same instant finds none.
  private static Optional<Version> draft(Handle handle, long id) {
    return handle
        .createQuery("select * from content_versions where id = :id and state = 'DRAFT' for update")
        .bind("id", id)
        .map((row, context) -> version(row))
        .findOne();
  }

  private static Optional<Version> find(Handle handle, long id) {
    return handle
        .createQuery("select * from content_versions where id = :id")
        .bind("id", id)
        .map((row, context) -> version(row))
        .findOne();
  }

  private static Version version(ResultSet row) throws SQLException {
    return new Version(
        row.getLong("id"),
        row.getString("path"),
        row.getString("text"),
        State.valueOf(row.getString("state")),
        new Who(
            row.getString("author"),
            row.getTimestamp("written").toInstant(),
            row.getString("approver"),
            OfficerSessions.instant(row, "settled")),
        java.util.HexFormat.of().formatHex(row.getBytes("over")));
  }
}
