package id.kentongan.integrations.postgres.matters;

import id.kentongan.integrations.postgres.AuditLines;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Two officers sign what decides on money: the first is kept, the second carries it out.
public final class Signatures {
  private Signatures() {}

  /// `DONE` when this is the second signature.
  public static Moved sign(Handle handle, String officer, String matter, String act, Instant now) {
    Optional<String> first =
        handle
            .createQuery("select officer from signatures where matter = :matter and act = :act")
            .bind("matter", matter)
            .bind("act", act)
            .mapTo(String.class)
            .findOne();
    if (first.isPresent()) {
      if (first.get().equals(officer)) {
        return Moved.SIGNED_BEFORE;
      }
      handle.execute("delete from signatures where matter = ? and act = ?", matter, act);
      return Moved.DONE;
    }
    handle.execute("insert into signatures values (?, ?, ?, ?)", matter, act, officer, now);
    AuditLines.add(handle, now, officer, "sign " + act, matter);
    return Moved.SIGNED;
  }
}
