package id.kentongan.integrations.postgres.audit;

import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.crypto.Signer;
import id.kentongan.integrations.postgres.AuditLines;
import id.kentongan.integrations.postgres.Database;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The audit: who did what to which matter, and who looked at personal data. It can be read, sealed
/// now and then with a key that the database does not have, and checked from its first row on.
public final class AuditTrail {
  private final Database database;
  private final Signer signer;
  private final InstantSource clock;

  public AuditTrail(Database database, MasterKey master, InstantSource clock) {
    this.database = database;
    this.signer = new Signer(master, "audit");
    this.clock = clock;
  }

  /// Who did what to which matter; `place` is its number in the chain.
  public record Entry(long place, Instant at, String officer, String act, String matter) {}

  /// What is wrong, or nothing: how many rows hang together, the hash of the last, and the seals.
  public record Verdict(long rows, long seals, String last, @Nullable String fault) {}

  public Future<Void> note(String officer, String act, String matter) {
    return database
        .transact(
            handle -> {
              AuditLines.add(handle, clock.instant(), officer, act, matter);
              return true;
            })
        .mapEmpty();
  }

  /// Latest first, of those before a place; each filter may be empty.
  public Future<List<Entry>> entries(String officer, String matter, long before, int most) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select place, at, officer, act, matter from audit
                    where (:officer = '' or officer = :officer)
                      and (:matter = '' or matter = :matter) and place < :before
                    order by place desc limit :most
                    """)
                .bind("officer", officer)
                .bind("matter", matter)
                .bind("before", before)
                .bind("most", most)
                .map(
                    (row, context) ->
                        new Entry(
                            row.getLong("place"),
                            row.getTimestamp("at").toInstant(),
                            row.getString("officer"),
                            row.getString("act"),
                            row.getString("matter")))
                .list());
  }

  /// Signs where the chain stands, if it moved; says how many seals were set.
  public Future<Integer> seal() {
    return database.transact(
        handle ->
            last(handle)
                .map(
                    end ->
                        handle.execute(
                            "insert into audit_seals values (?, ?, ?, ?) on conflict do nothing",
                            end.place(),
                            clock.instant(),
                            HexFormat.of().parseHex(end.hash()),
                            signer.sign(end.text())))
                .orElse(0));
  }

  /// Reads all of it and computes every hash anew, without the database's own functions.
  public Future<Verdict> verify() {
    return database.transact(handle -> AuditCheck.of(handle, signer));
  }

  /// A place in the chain and its hash in hexadecimal, as they are signed.
  record End(long place, String hash) {
    String text() {
      return place + ":" + hash;
    }
  }

  private static Optional<End> last(Handle handle) {
    return handle
        .createQuery("select place, hash from audit order by place desc limit 1")
        .map(
            (row, context) ->
                new End(row.getLong("place"), HexFormat.of().formatHex(row.getBytes("hash"))))
        .findOne();
  }
}
