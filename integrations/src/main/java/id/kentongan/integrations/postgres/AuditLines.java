package id.kentongan.integrations.postgres;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Adds to the audit, in the transaction of what it tells. The database chains the rows.
public final class AuditLines {
  private AuditLines() {}

  /// `act` says what was done or looked at; `matter` names it without telling of a person: a number
  /// or `talk/42`.
  public static void add(Handle handle, Instant at, String officer, String act, String matter) {
    handle.execute(
        "insert into audit (at, officer, act, matter) values (?, ?, ?, ?)",
        at,
        officer,
        act,
        matter);
  }
}
