package id.kentongan.integrations.postgres.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.dialogs.stored.StoredJson;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.integrations.Deliveries;
import id.kentongan.integrations.DeliveryReport;
import id.kentongan.integrations.DeliveryReport.Remedy;
import id.kentongan.integrations.Post;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Batched;
import id.kentongan.integrations.postgres.Columns;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Talks;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jspecify.annotations.Nullable;

/// What became of messages, in PostgreSQL: merging only moves forward. A message is sealed under
/// its talk's key.
public final class PostgresDeliveries implements Deliveries {
  public static final String COLUMN = "sent";
  private static final String RETURNED =
      "select provider_blind, talk, post, remedy, error from %s"
          + " where remedy is not null and post is not null and dealt is null";
  private static final String MERGED =
      """
      with merged as (
        insert into deliveries
          (provider_blind, effect, talk, post, state, error, remedy, at)
        select *, :now
        from unnest(:ids, :effects, :talks, :posts, :states::smallint[], :errors, :remedies)
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
        returning *)
      """
          + RETURNED.formatted("merged");

  /// How long a report waits for others, most of them of the same messages. A provider would wait
  /// longer, but each of its requests that waits here takes memory.
  private static final Duration MOMENT = Duration.ofMillis(5);

  private final Database database;
  private final Keyring keys;
  private final Talks talks;
  private final InstantSource clock;
  private final Batched<DeliveryNote, List<Returned>> noted;
  private final JsonMapper json = StoredJson.mapper(List.of());

  public PostgresDeliveries(Database database, MasterKey master, InstantSource clock) {
    this.database = database;
    this.keys = new Keyring(master);
    this.talks = new Talks(keys);
    this.clock = clock;
    this.noted = new Batched<>(database::transact, MOMENT, this::note);
  }

  @Override
  public Future<List<Returned>> sent(List<Sent> taken) {
    var notes = taken.stream().map(DeliveryNote::taken).map(noted::ask).toList();
    return Future.all(notes)
        .map(all -> notes.stream().flatMap(note -> note.result().stream()).toList());
  }

  @Override
  public Future<List<Returned>> report(DeliveryReport report) {
    return noted.ask(new DeliveryNote(report, null));
  }

  @Override
  public Future<List<Returned>> returned(int most) {
    return database.transact(
        handle ->
            handle
                .createQuery(RETURNED.formatted("deliveries") + " order by at limit :most")
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

  private Returned returned(Handle handle, ResultSet row) throws SQLException {
    String post = keys.talk(handle, row.getLong("talk")).open(COLUMN, row.getBytes("post"));
    return new Returned(
        hex(row.getBytes("provider_blind")),
        read(post),
        Remedy.valueOf(row.getString("remedy")),
        Objects.requireNonNullElse(row.getString("error"), "unknown"));
  }

  /// For each note the message that it returned, if that waits to be dealt with; of several notes
  /// of one message only the first is given it, so that it is dealt with once.
  private List<List<Returned>> note(Handle handle, List<DeliveryNote> told) {
    // why sorted: two batches that meet rows in different orders would wait for each other.
    var notes = new TreeMap<String, DeliveryNote>();
    told.forEach(note -> notes.merge(note.providerId(), note, DeliveryNote::and));
    Map<String, Returned> back =
        merged(handle, List.copyOf(notes.values())).stream()
            .collect(Collectors.toMap(Returned::id, returned -> returned));
    return told.stream()
        .map(note -> hex(keys.index().message(note.providerId())))
        .map(id -> Optional.ofNullable(back.remove(id)).stream().toList())
        .toList();
  }

  private List<Returned> merged(Handle handle, List<DeliveryNote> notes) {
    List<Talks.Talk> known =
        talks.all(handle, notes.stream().flatMap(DeliveryNote::conversation).toList());
    var talk = known.iterator();
    var rows = new ArrayList<Row>();
    for (DeliveryNote note : notes) {
      rows.add(new Row(note, note.post() == null ? null : talk.next()));
    }
    return handle
        .createQuery(MERGED)
        .bind("ids", Columns.bytes(rows, row -> keys.index().message(row.note().providerId())))
        .bind("effects", Columns.bytes(rows, row -> effect(row.note())))
        .bind("talks", Columns.numbers(rows, row -> row.talk() == null ? null : row.talk().id()))
        .bind("posts", Columns.bytes(rows, this::sealed))
        .bind("states", Columns.numbers(rows, row -> row.note().progress()))
        .bind("errors", Columns.texts(rows, row -> row.note().report().error()))
        .bind("remedies", Columns.texts(rows, row -> row.note().remedy()))
        .bind("now", clock.instant())
        .map((row, context) -> returned(handle, row))
        .list();
  }

  /// What is to be noted, and the conversation where the message is known.
  private record Row(DeliveryNote note, Talks.@Nullable Talk talk) {}

  private byte @Nullable [] sealed(Row row) {
    Post post = row.note().post();
    return post == null || row.talk() == null
        ? null
        : row.talk().secrets().seal(COLUMN, write(post));
  }

  private byte @Nullable [] effect(DeliveryNote note) {
    if (note.post() != null) {
      return keys.index().effect(note.post().id().text());
    }
    String told = note.report().send();
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
}
