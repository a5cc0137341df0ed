package id.kentongan.integrations.postgres.villages;

import id.kentongan.dialogs.values.Code;
import id.kentongan.integrations.Villages.Certificate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads the certificates of villages.
final class Certificates {
  private Certificates() {}

  /// The one that stands.
  static Optional<Certificate> standing(Handle handle, String village) {
    return handle
        .createQuery(
            """
            select c.*, coalesce(r.name, c.village) as name from village_certificates c
            left join regions r on r.code = c.village
            where c.village = :village and c.withdrawn is null
            """)
        .bind("village", village)
        .map(
            (row, context) ->
                new Certificate(
                    row.getString("number"),
                    row.getString("name"),
                    new Code(row.getString("code")),
                    row.getString("basis"),
                    new Certificate.Figures(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getLong("workers"),
                        row.getLong("covered")),
                    row.getTimestamp("made").toInstant()))
        .findOne();
  }
}
