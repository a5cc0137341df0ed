package id.kentongan.integrations.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.dialogs.stored.StoredJson;
import id.kentongan.dialogs.talk.EffectId;
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
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jspecify.annotations.Nullable;

/// What became of messages, in PostgreSQL: merging only moves forward. A message is sealed under
/// its talk's key.
public final class PostgresDeliveries implements Deliveries {
  static final String COLUMN = "sent";
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

  @Override
  public Future<List<Returned>> sent(List<Sent> taken) {
    // why sorted: two batches that meet rows in different orders would wait for each other.
    var inOrder = taken.stream().sorted(Comparator.comparing(Sent::providerId)).toList();
    return database.transact(
        handle -> {
          // why all at once: new conversations are made in one order by whoever makes some.
          talks.all(handle, inOrder.stream().map(s -> s.post().id().conversation()).toList());
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

  @Override
  public Future<Facts> facts(EffectId effect, List<String> providerIds) {
    byte[] own = keys.index().effect(effect.text());
    Map<String, String> ids =
        providerIds.stream()
            .distinct()
            .collect(Collectors.toMap(id -> hex(keys.index().message(id)), id -> id));
    return database.transact(
        handle ->
            facts(
                ids,
                hex(own),
                handle
                    .createQuery(
                        """
                        select provider_blind, effect from deliveries
                        where effect = :own or (effect is not null and provider_blind in (<ids>))
                        """)
                    .bind("own", own)
                    .bindList(EmptyHandling.NULL_KEYWORD, "ids", blinds(providerIds))
                    .map((row, context) -> Map.entry(hex(row.getBytes(1)), hex(row.getBytes(2))))
                    .list()));
  }

  private List<byte[]> blinds(List<String> providerIds) {
    return providerIds.stream().map(keys.index()::message).toList();
  }

  private static Facts facts(
      Map<String, String> ids, String own, List<Map.Entry<String, String>> noted) {
    Set<String> ours = new HashSet<>();
    Set<String> others = new HashSet<>();
    boolean taken = false;
    for (var row : noted) {
      boolean mine = row.getValue().equals(own);
      taken |= mine;
      String id = ids.get(row.getKey());
      if (id != null) {
        (mine ? ours : others).add(id);
      }
    }
    return new Facts(taken, ours, others);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
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
        hex(row.getBytes("provider_blind")),
        read(post),
        Remedy.valueOf(row.getString("remedy")),
        Objects.requireNonNullElse(row.getString("error"), "unknown"));
  }

  private static DeliveryReport taken(Sent sent) {
    return new DeliveryReport(sent.providerId(), State.QUEUED, null, null, null);
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
        .bind("effect", effect(report, post))
        .bind("talk", talk == null ? null : talk.id())
        .bind(
            "post", talk == null || post == null ? null : talk.secrets().seal(COLUMN, write(post)))
        .bind("state", rank(report.state()))
        .bind("error", report.error())
        .bind("remedy", remedy == null ? null : remedy.name())
        .bind("now", clock.instant())
        .execute();
  }

  private byte @Nullable [] effect(DeliveryReport report, @Nullable Post post) {
    if (post != null) {
      return keys.index().effect(post.id().text());
    }
    String told = report.send();
    return told == null ? null : HexFormat.of().parseHex(told);
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
}
