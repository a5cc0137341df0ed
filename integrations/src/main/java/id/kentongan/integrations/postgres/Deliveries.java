package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.DeliveryReport;
import id.kentongan.integrations.crypto.BlindIndex;
import id.kentongan.integrations.crypto.MasterKey;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What became of messages at the provider. Reports come in any order and before our own note of
/// the sending; merging only moves forward.
public final class Deliveries {
  private final Database database;
  private final BlindIndex index;
  private final InstantSource clock;

  public Deliveries(Database database, MasterKey master, InstantSource clock) {
    this.database = database;
    this.index = new BlindIndex(master);
    this.clock = clock;
  }

  /// What is known of a message: its state, and the provider's error if it failed.
  public record Known(DeliveryReport.State state, @Nullable String error) {}

  /// Notes that the provider took an effect's message under this id.
  public Future<Void> sent(String providerId, EffectId effect) {
    return merge(
        providerId,
        index.effect(effect.text()),
        new DeliveryReport(providerId, DeliveryReport.State.QUEUED, null));
  }

  public Future<Void> report(DeliveryReport report) {
    return merge(report.providerId(), null, report);
  }

  public Future<Optional<Known>> known(String providerId) {
    return database.transact(
        handle ->
            handle
                .createQuery("select state, error from deliveries where provider_blind = :id")
                .bind("id", index.message(providerId))
                .map(
                    (row, context) -> new Known(state(row.getInt("state")), row.getString("error")))
                .findOne());
  }

  private Future<Void> merge(String providerId, byte @Nullable [] effect, DeliveryReport report) {
    return database
        .transact(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into deliveries (provider_blind, effect, state, error, at)
                        values (:id, :effect, :state, :error, :now)
                        on conflict (provider_blind) do update set
                          effect = coalesce(deliveries.effect, excluded.effect),
                          state = greatest(deliveries.state, excluded.state),
                          error = case when excluded.state > deliveries.state
                            then excluded.error else deliveries.error end,
                          at = case when excluded.state > deliveries.state
                            then excluded.at else deliveries.at end
                        """)
                    .bind("id", index.message(providerId))
                    .bind("effect", effect)
                    .bind("state", rank(report.state()))
                    .bind("error", report.error())
                    .bind("now", clock.instant())
                    .execute())
        .mapEmpty();
  }

  /// As kept in the column, in the order of progress.
  private static int rank(DeliveryReport.State state) {
    return switch (state) {
      case QUEUED -> 0;
      case SENT -> 1;
      case FAILED -> 2;
      case DELIVERED -> 3;
      case READ -> 4;
    };
  }

  private static DeliveryReport.State state(int rank) {
    for (DeliveryReport.State state : DeliveryReport.State.values()) {
      if (rank(state) == rank) {
        return state;
      }
    }
    throw new IllegalStateException("no delivery state " + rank);
  }
}
