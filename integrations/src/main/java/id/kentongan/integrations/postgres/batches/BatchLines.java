package id.kentongan.integrations.postgres.batches;

import id.kentongan.dialogs.roll.RollRow;
import id.kentongan.dialogs.talk.BatchStand.Spot;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import id.kentongan.integrations.postgres.matters.EnrollmentState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/// Reads what became of each row of a list.
final class BatchLines {
  private static final Comparator<BatchLine> IN_ORDER =
      Comparator.<BatchLine>comparingInt(line -> line.spot().source())
          .thenComparingInt(line -> line.spot().line());

  private final Keyring keys;
  private final BatchRows rows;

  BatchLines(Keyring keys, BatchRows rows) {
    this.keys = keys;
    this.rows = rows;
  }

  /// Of a list as its agent sent it, those rows too that went to lists of their own.
  List<BatchLine> of(Handle handle, long batch) {
    return handle
        .createQuery("select id from batches where :batch in (id, parted)")
        .bind("batch", batch)
        .mapTo(Long.class)
        .list()
        .stream()
        .flatMap(part -> part(handle, part).stream())
        .sorted(IN_ORDER)
        .toList();
  }

  private List<BatchLine> part(Handle handle, long batch) {
    Secrets secrets = rows.secrets(handle, batch);
    return handle
        .createQuery(
            """
            select r.source, r.line, r.state, r.body, coalesce(r.other, '') as other,
              e.number, e.total, e.receipt, e.state as stands, p.id, p.name, p.nik, k.wrapped
            from batch_rows r left join enrolments e on e.number = r.enrolment
              left join persons p on p.id = e.person
              left join person_keys k on k.owner = 'person/' || p.id
            where r.batch = :batch
            """)
        .bind("batch", batch)
        .map((row, context) -> line(secrets, row))
        .list();
  }

  private BatchLine line(Secrets secrets, ResultSet row) throws SQLException {
    var spot = new Spot(row.getInt("source"), row.getInt("line"));
    byte[] wrapped = row.getBytes("wrapped");
    if (wrapped != null) {
      var person = new Secrets("person/" + row.getLong("id"), keys.unwrap(wrapped));
      return new BatchLine(
          spot,
          row.getString("name"),
          new Nik(person.open("nik", row.getBytes("nik"))).masked(),
          row.getString("stands").equals(EnrollmentState.CHECKING.name())
              ? "checking"
              : key(row.getString("state")),
          "",
          new BatchLine.Enrolled(
              row.getString("number"),
              person.open("receipt", row.getBytes("receipt")),
              new Rupiah(row.getLong("total"))));
    }
    byte[] body = row.getBytes("body");
    RollRow said = body == null ? null : rows.open(secrets, body);
    return new BatchLine(
        spot,
        said == null ? "" : BatchStands.name(said),
        said == null ? "" : nik(said),
        key(row.getString("state")),
        row.getString("other"),
        null);
  }

  private static String nik(RollRow said) {
    return switch (said) {
      case RollRow.Good good -> good.person().nik().masked();
      case RollRow.Twice twice -> twice.nik().masked();
      case RollRow.Bad bad -> "";
    };
  }

  private static String key(String state) {
    return state.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
