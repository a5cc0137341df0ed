package id.kentongan.integrations.postgres;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// At most three tries an hour, counted by whatever a try is made with: the sender, the NIK, a
/// code.
public final class Tries {
  private static final int MOST = 3;
  private static final Duration WITHIN = Duration.ofHours(1);

  private Tries() {}

  /// What a try is counted by: `identify.nik` and the NIK's blind index.
  public record Count(String kind, String by) {
    public Count(String kind, byte[] blind) {
      this(kind, HexFormat.of().formatHex(blind));
    }
  }

  /// By the sender, by the network address where the conversation came by the web, and by what is
  /// tried. One round trip, whether there is an address or not.
  public static List<Count> counts(
      Handle handle, Talks.Talk talk, String kind, byte[] sender, Count subject) {
    var counts = new ArrayList<>(List.of(new Count(kind + ".sender", sender), subject));
    handle
        .createQuery("select address from web_talks where talk = :talk and address is not null")
        .bind("talk", talk.id())
        .mapTo(byte[].class)
        .findOne()
        .ifPresent(address -> counts.add(new Count(kind + ".address", address)));
    return counts;
  }

  /// Until when there are none left; empty when one may try. Others who try with the same wait for
  /// this transaction's end.
  public static Optional<Instant> blocked(Handle handle, Instant now, List<Count> counts) {
    return counts.stream()
        .flatMap(count -> blocked(handle, now, count).stream())
        .max(Instant::compareTo);
  }

  public static void note(Handle handle, Instant now, List<Count> counts) {
    for (Count count : counts) {
      handle.execute(
          "insert into identity_attempts (kind, counted, at) values (?, ?, ?)",
          count.kind(),
          count.by(),
          now);
    }
  }

  private static Optional<Instant> blocked(Handle handle, Instant now, Count count) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(:lock, 0))::text")
        .bind("lock", count.kind() + count.by())
        .mapTo(String.class)
        .one();
    List<Instant> latest =
        handle
            .createQuery(
                """
                select at from identity_attempts
                where kind = :kind and counted = :by and at > :since
                order by at desc limit :most
                """)
            .bind("kind", count.kind())
            .bind("by", count.by())
            .bind("since", now.minus(WITHIN))
            .bind("most", MOST)
            .mapTo(Instant.class)
            .list();
    return latest.size() < MOST ? Optional.empty() : Optional.of(latest.getLast().plus(WITHIN));
  }
}
