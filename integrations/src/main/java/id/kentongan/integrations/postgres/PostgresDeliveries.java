package id.kentongan.integrations.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.dialogs.stored.StoredJson;
import id.kentongan.integrations.Deliveries;
import id.kentongan.integrations.DeliveryReport;
import id.kentongan.integrations.DeliveryReport.Remedy;
import id.kentongan.integrations.DeliveryReport.State;
import id.kentongan.integrations.Post;
import id.kentongan.integrations.crypto.MasterKey;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What became of messages, in PostgreSQL: merging only moves forward. A message is sealed under
/// its talk's key.
public final class PostgresDeliveries implements Deliveries {
  private static final String COLUMN = "sent";
  private static final String RETURNED =
      "select provider_blind, talk, post, remedy, error from deliveries"
          + " where remedy is not null and post is not null and dealt is null";

  private final Database database;
  private final Keyring keys;
  private final Talks talks;
  private final InstantSource clock;
  private final JsonMapper json = StoredJson.mapper(List.of());

  public PostgresDeliveries(Database database, MasterKey master, InstantSource clock) {
    this.database = database;
    this.keys = new Keyring(master);
    this.talks = new Talks(keys);
    this.clock = clock;
  }

  /// What is known of a message: its state, and the provider's error if it failed.
  public record Known(State state, @Nullable String error) {}

  @Override
  public Future<List<Returned>> sent(List<Sent> taken) {
    // why sorted: two batches that meet rows in different orders would wait for each other.
    var inOrder = taken.stream().sorted(Comparator.comparing(Sent::providerId)).toList();
    return database.transact(
        handle -> {
          inOrder.forEach(sent -> merge(handle, taken(sent), sent.post()));
          return inOrder.stream()
              .flatMap(sent -> returned(handle, sent.providerId()).stream())
              .toList();
        });
  }

  @Override
  public Future<List<Returned>> report(DeliveryReport report) {
    return database.transact(
        handle -> {
          merge(handle, report, null);
          return returned(handle, report.providerId());
        });
  }

  @Override
  public Future<List<Returned>> returned(int most) {
    return database.transact(
        handle ->
            handle
                .createQuery(RETURNED + " order by at limit :most")
                .bind("most", most)
                .map((row, context) -> returned(handle, row))
                .list());
  }

  @Override
  public Future<Void> dealt(Returned returned) {
    return database
        .transact(
            handle ->
                handle.execute(
                    "update deliveries set dealt = ?, post = null where provider_blind = ?",
                    clock.instant(),
                    HexFormat.of().parseHex(returned.id())))
        .mapEmpty();
  }

  public Future<Optional<Known>> known(String providerId) {
    return database.transact(
        handle ->
            handle
                .createQuery("select state, error from deliveries where provider_blind = :id")
                .bind("id", keys.index().message(providerId))
                .map(
                    (row, context) -> new Known(state(row.getInt("state")), row.getString("error")))
                .findOne());
  }

  private List<Returned> returned(Handle handle, String providerId) {
    return handle
        .createQuery(RETURNED + " and provider_blind = :id")
        .bind("id", keys.index().message(providerId))
        .map((row, context) -> returned(handle, row))
        .list();
  }

  private Returned returned(Handle handle, ResultSet row) throws SQLException {
    String post = keys.talk(handle, row.getLong("talk")).open(COLUMN, row.getBytes("post"));
    return new Returned(
        HexFormat.of().formatHex(row.getBytes("provider_blind")),
        read(post),
        Remedy.valueOf(row.getString("remedy")),
        Objects.requireNonNullElse(row.getString("error"), "unknown"));
  }

  private static DeliveryReport taken(Sent sent) {
    return new DeliveryReport(sent.providerId(), State.QUEUED, null, null);
  }

  private void merge(Handle handle, DeliveryReport report, @Nullable Post post) {
    Talks.Talk talk = post == null ? null : talks.of(handle, post.id().conversation());
    Remedy remedy = report.remedy();
    handle
        .createUpdate(
            """
            insert into deliveries
              (provider_blind, effect, talk, post, state, error, remedy, at)
            values (:id, :effect, :talk, :post, :state, :error, :remedy, :now)
            on conflict (provider_blind) do update set
              effect = coalesce(deliveries.effect, excluded.effect),
              talk = coalesce(deliveries.talk, excluded.talk),
              post = coalesce(deliveries.post, excluded.post),
              state = greatest(deliveries.state, excluded.state),
              error = case when excluded.state > deliveries.state
                then excluded.error else deliveries.error end,
              remedy = case when excluded.state > deliveries.state
                then excluded.remedy else deliveries.remedy end,
              at = case when excluded.state > deliveries.state
                then excluded.at else deliveries.at end
            """)
        .bind("id", keys.index().message(report.providerId()))
        .bind("effect", post == null ? null : keys.index().effect(post.id().text()))
        .bind("talk", talk == null ? null : talk.id())
        .bind(
            "post", talk == null || post == null ? null : talk.secrets().seal(COLUMN, write(post)))
        .bind("state", rank(report.state()))
        .bind("error", report.error())
        .bind("remedy", remedy == null ? null : remedy.name())
        .bind("now", clock.instant())
        .execute();
  }

  private String write(Post post) {
    try {
      return json.writeValueAsString(post);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an effect cannot be written as JSON");
    }
  }

  private Post read(String post) {
    try {
      return json.readValue(post, Post.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept message is not JSON");
    }
  }

  /// As kept in the column, in the order of progress.
  private static int rank(State state) {
    return switch (state) {
      case QUEUED -> 0;
      case SENT -> 1;
      case FAILED -> 2;
      case DELIVERED -> 3;
      case READ -> 4;
    };
  }

  private static State state(int rank) {
    for (State state : State.values()) {
      if (rank(state) == rank) {
        return state;
      }
    }
    throw new IllegalStateException("no delivery state " + rank);
  }
}
