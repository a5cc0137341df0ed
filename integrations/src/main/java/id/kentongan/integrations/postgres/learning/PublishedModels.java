package id.kentongan.integrations.postgres.learning;

import id.kentongan.dialogs.ear.EarModel;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Models of the Ear that were published for all nodes; the newest counts.
public final class PublishedModels {
  /// why: nodes that just read the one before still hold it, older ones nobody needs.
  private static final int KEPT = 5;

  private PublishedModels() {}

  /// `model` is empty where this version of the program cannot read it.
  public record Published(long id, Optional<EarModel> model) {}

  /// Its number.
  public static long publish(Handle handle, byte[] bytes) {
    long id =
        handle
            .createQuery("insert into models (bytes) values (:bytes) returning id")
            .bind("bytes", bytes)
            .mapTo(Long.class)
            .one();
    handle.execute("delete from models where id <= ?", id - KEPT);
    return id;
  }

  /// The newest, when it is newer than number `known`.
  public static Optional<Published> newerThan(Handle handle, long known) {
    return handle
        .createQuery("select id, bytes from models where id > :known order by id desc limit 1")
        .bind("known", known)
        .map((row, context) -> new Published(row.getLong("id"), read(row.getBytes("bytes"))))
        .findOne();
  }

  private static Optional<EarModel> read(byte[] bytes) {
    try {
      return Optional.of(EarModel.read(bytes));
    } catch (IllegalArgumentException ofAnotherVersion) {
      return Optional.empty();
    }
  }
}
