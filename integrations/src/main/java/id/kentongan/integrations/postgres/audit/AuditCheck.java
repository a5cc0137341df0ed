package id.kentongan.integrations.postgres.audit;

import id.kentongan.integrations.crypto.Signer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Walks the audit's chain from its first row, or from where it was archived, and compares it with
/// the seals.
final class AuditCheck {
  private static final int AT_ONCE = 1000;

  private final Map<Long, String> sealed = new HashMap<>();
  private byte[] before = {0};
  private long place;
  private long seals;
  private @Nullable String fault;

  private AuditCheck() {}

  static AuditTrail.Verdict of(Handle handle, Signer signer) {
    var check = new AuditCheck();
    check.begin(handle, signer);
    check.seals(handle, signer);
    check.rows(handle);
    check.sealed.keySet().stream()
        .filter(at -> at > check.place)
        .findFirst()
        .ifPresent(gone -> check.found("row " + gone + " was sealed and is gone"));
    String last = HexFormat.of().formatHex(check.before);
    return new AuditTrail.Verdict(check.place, check.seals, last, check.fault);
  }

  /// What was archived is not here any more; its end is signed.
  private void begin(Handle handle, Signer signer) {
    handle
        .createQuery(
            """
            select place, hash, archived from audit_seals where archived is not null
            order by place desc limit 1
            """)
        .map(
            (row, context) -> {
              long end = row.getLong("place");
              byte[] hash = row.getBytes("hash");
              String text = AuditArchive.text(end, HexFormat.of().formatHex(hash));
              if (signer.holds(text, row.getBytes("archived"))) {
                place = end;
                before = hash;
              } else {
                found("the archive up to row " + end + " was not signed with our key");
              }
              return end;
            })
        .findOne();
  }

  private void seals(Handle handle, Signer signer) {
    handle
        .createQuery("select place, hash, signature from audit_seals order by place")
        .map(
            (row, context) -> {
              var end =
                  new AuditTrail.End(
                      row.getLong("place"), HexFormat.of().formatHex(row.getBytes("hash")));
              if (!signer.holds(end.text(), row.getBytes("signature"))) {
                found("the seal at row " + end.place() + " was not signed with our key");
              }
              return end;
            })
        .forEach(end -> sealed.put(end.place(), end.hash()));
    seals = sealed.size();
  }

  private void rows(Handle handle) {
    handle
        .createQuery("select * from audit order by place")
        .setFetchSize(AT_ONCE)
        .map((row, context) -> row(row))
        .forEach(
            wrong -> {
              if (!wrong.isEmpty()) {
                found(wrong);
              }
            });
  }

  /// What is wrong with this row, or nothing.
  private String row(ResultSet row) throws SQLException {
    long here = row.getLong("place");
    byte[] hash = hash(before, row);
    boolean next = here == place + 1;
    boolean whole = MessageDigest.isEqual(hash, row.getBytes("hash"));
    String seal = sealed.get(here);
    place = here;
    before = row.getBytes("hash");
    if (!next) {
      return "a row before " + here + " is gone";
    }
    if (!whole) {
      return "row " + here + " was changed, or the one before it";
    }
    return seal == null || seal.equals(HexFormat.of().formatHex(hash))
        ? ""
        : "row " + here + " is not the one that was sealed";
  }

  private void found(String wrong) {
    if (fault == null) {
      fault = wrong;
    }
  }

  private static byte[] hash(byte[] before, ResultSet row) throws SQLException {
    var at = row.getTimestamp("at").toInstant();
    long micros = at.getEpochSecond() * 1_000_000 + at.getNano() / 1000;
    String text =
        field(row.getString("place"))
            + field(Long.toString(micros))
            + field(row.getString("officer"))
            + field(row.getString("act"))
            + field(row.getString("matter"))
            + field(row.getString("agent"))
            + field(row.getString("person"))
            + field(row.getString("consent"));
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(before);
      return sha.digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String field(@Nullable String value) {
    return value == null ? "-" : value.getBytes(StandardCharsets.UTF_8).length + ":" + value;
  }
}
