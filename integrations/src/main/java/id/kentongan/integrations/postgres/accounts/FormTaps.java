package id.kentongan.integrations.postgres.accounts;

import id.kentongan.integrations.postgres.Database;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;

/// Forms of the console that were sent within the last seconds, as all nodes know them. A form is
/// told by a hash; where it ended is kept for as long.
public final class FormTaps {
  /// Within what time a form that comes again is a second tap.
  public static final Duration HASTY = Duration.ofSeconds(10);

  private final Database database;
  private final InstantSource clock;

  public FormTaps(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// What a form that comes in is.
  public sealed interface Tap {
    record First() implements Tap {}

    /// `path` is where the first ended, empty while it is under way.
    record Again(String path) implements Tap {}
  }

  public Future<Tap> begin(String form) {
    return database.transact(
        handle -> {
          Instant now = clock.instant();
          Instant before = now.minus(HASTY);
          handle.execute(
              """
              delete from form_taps where form in
                (select form from form_taps where at <= ? for update skip locked)
              """,
              before);
          int fresh =
              handle.execute(
                  """
                  insert into form_taps as t (form, at) values (?, ?)
                  on conflict (form) do update set at = excluded.at, path = '' where t.at <= ?
                  """,
                  form,
                  now,
                  before);
          return fresh == 1 ? new Tap.First() : new Tap.Again(path(handle, form));
        });
  }

  private static String path(Handle handle, String form) {
    return handle
        .createQuery("select path from form_taps where form = :form")
        .bind("form", form)
        .mapTo(String.class)
        .findOne()
        .orElse("");
  }

  public Future<Void> answered(String form, String path) {
    return database
        .transact(
            handle -> handle.execute("update form_taps set path = ? where form = ?", path, form))
        .mapEmpty();
  }

  /// It may be sent again at once.
  public Future<Void> forget(String form) {
    return database
        .transact(handle -> handle.execute("delete from form_taps where form = ?", form))
        .mapEmpty();
  }
}
