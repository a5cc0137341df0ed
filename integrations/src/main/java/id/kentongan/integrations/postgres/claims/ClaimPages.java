package id.kentongan.integrations.postgres.claims;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Relation;
import id.kentongan.integrations.postgres.Secrets;
import id.kentongan.integrations.postgres.Talks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What stands on the page that a family brings to the branch.
public final class ClaimPages {
  Answer read(Handle handle, Talks.Talk talk, String claim) {
    List<String> papers =
        handle
            .createQuery("select distinct paper from claim_papers where claim = :claim order by 1")
            .bind("claim", claim)
            .mapTo(String.class)
            .list();
    return handle
        .createQuery(
            """
            select c.*, v.at from claims c left join visits v on v.claim = c.number
            where c.number = :claim and c.talk = :talk
            """)
        .bind("claim", claim)
        .bind("talk", talk.id())
        .map((row, context) -> page(row, talk.secrets(), papers))
        .one();
  }

  private static Answer page(ResultSet row, Secrets secrets, List<String> papers)
      throws SQLException {
    Timestamp visit = row.getTimestamp("at");
    return new Answer.ClaimRead(
        row.getString("number"),
        new Code(secrets.open("receipt", row.getBytes("receipt"))),
        new Answer.Family(
            row.getString("deceased"),
            masked(secrets.open("deceased_nik", row.getBytes("deceased_nik"))),
            row.getObject("died", LocalDate.class),
            row.getString("heir"),
            Relation.valueOf(row.getString("relation"))),
        papers,
        row.getString("office"),
        visit == null ? null : visit.toInstant(),
        row.getBoolean("sample"));
  }

  private static @Nullable String masked(String nik) {
    return nik.isEmpty() ? null : new Nik(nik).masked();
  }
}
