package id.kentongan.integrations.postgres.audit;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.crypto.Signer;
import id.kentongan.integrations.postgres.Database;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/// Takes the oldest part of the audit out of the database, up to a seal: its lines are written
/// elsewhere first, with the hashes by which they still hang together, then they are removed, and
/// the seal is signed as the chain's new beginning.
public final class AuditArchive {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int AT_ONCE = 1000;

  private final Database database;
  private final Signer signer;

  public AuditArchive(Database database, MasterKey master) {
    this.database = database;
    this.signer = new Signer(master, "audit");
  }

  /// A seal up to which the audit may go.
  public record Cut(long place, String hash) {}

  /// The latest seal before an instant; nothing when there is none, when all before it is gone
  /// already, or when the chain is not whole. The last row always stays.
  public Future<Optional<Cut>> before(Instant instant) {
    return database.transact(
        handle ->
            AuditCheck.of(handle, signer).fault() == null
                ? handle
                    .createQuery(
                        """
                        select place, hash from audit_seals
                        where at < :before and archived is null
                          and place >= (select min(place) from audit)
                          and place < (select max(place) from audit)
                        order by place desc limit 1
                        """)
                    .bind("before", instant)
                    .map(
                        (row, context) ->
                            new Cut(
                                row.getLong("place"),
                                HexFormat.of().formatHex(row.getBytes("hash"))))
                    .findOne()
                : Optional.empty());
  }

  /// Each row up to the cut as a line of JSON, oldest first; says how many.
  public Future<Integer> write(Cut cut, Consumer<String> lines) {
    return database.transact(
        handle ->
            (int)
                handle
                    .createQuery("select * from audit where place <= :place order by place")
                    .bind("place", cut.place())
                    .setFetchSize(AT_ONCE)
                    .map((row, context) -> line(row))
                    .stream()
                    .peek(lines)
                    .count());
  }

  private static String line(ResultSet row) throws SQLException {
    ObjectNode line = JSON.createObjectNode();
    line.put("place", row.getLong("place"));
    line.put("at", row.getTimestamp("at").toInstant().toString());
    for (String column : new String[] {"officer", "act", "matter", "agent", "person", "consent"}) {
      line.put(column, row.getString(column));
    }
    return line.put("hash", HexFormat.of().formatHex(row.getBytes("hash"))).toString();
  }

  /// Removes what was written; says how many rows went.
  public Future<Integer> remove(Cut cut) {
    return database.transact(
        handle -> {
          handle.execute("select set_config('kentongan.archive', 'on', true)");
          handle.execute(
              "update audit_seals set archived = ? where place = ?",
              signer.sign(text(cut.place(), cut.hash())),
              cut.place());
          return handle.execute("delete from audit where place <= ?", cut.place());
        });
  }

  /// What is signed where the chain begins anew.
  static String text(long place, String hash) {
    return "archived " + place + ':' + hash;
  }
}
