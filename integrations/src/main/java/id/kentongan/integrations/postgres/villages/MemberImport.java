package id.kentongan.integrations.postgres.villages;

import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.TableFile;
import id.kentongan.integrations.TableFile.Row;
import id.kentongan.integrations.crypto.BlindIndex;
import id.kentongan.integrations.postgres.villages.Columns.Column;
import id.kentongan.integrations.postgres.villages.Intake.Wrong;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Takes who is a member: `nik` (or `kpj`), `village,category,formal,since` and perhaps `until`. Of
/// the person nothing is kept but the blind index of the number, so that nobody is counted twice.
final class MemberImport {
  private final Handle handle;
  private final BlindIndex index;

  MemberImport(Handle handle, BlindIndex index) {
    this.handle = handle;
    this.index = index;
  }

  Imported take(TableFile file, Cells cells) {
    var intake = new Intake(handle);
    intake.take(
        file,
        List.of(),
        "who bytea, village text, category text, formal boolean, since date, until date",
        row -> values(row, cells));
    intake.refuse(
        """
        select line, 'the same person as in line ' || min || ' again' as why from (
          select line, min(line) over (partition by who) as min from incoming) as lines
        where line > min
        """);
    int changed =
        handle.execute(
            """
            insert into members as k
            select who, village, category, formal, since, until from incoming order by who
            on conflict (who) do update set village = excluded.village,
              category = excluded.category, formal = excluded.formal, since = excluded.since,
              until = excluded.until
            where (k.village, k.category, k.formal, k.since, k.until) is distinct from
              (excluded.village, excluded.category, excluded.formal, excluded.since, excluded.until)
            """);
    return intake.done(changed);
  }

  private @Nullable Object[] values(Row row, Cells cells) {
    LocalDate since = cells.month(row, Column.SINCE);
    LocalDate until = cells.monthMaybe(row, Column.UNTIL);
    if (until != null && until.isBefore(since)) {
      throw new Wrong("until lies before since");
    }
    return new @Nullable Object[] {
      who(row, cells.columns()),
      cells.village(row),
      cells.category(row).name(),
      cells.formal(row),
      since,
      until
    };
  }

  private byte[] who(Row row, Columns columns) {
    String nik = columns.cell(row, Column.NIK).replaceAll("[ .'-]", "");
    if (nik.matches("[0-9]{16}")) {
      return index.nik(new Nik(nik));
    }
    String kpj = columns.cell(row, Column.KPJ).replaceAll("[ .'-]", "");
    if (nik.isEmpty() && kpj.matches("[0-9]{11}")) {
      return index.kpj(kpj);
    }
    throw new Wrong(
        columns.has(Column.KPJ)
            ? "a NIK of 16 digits or a KPJ of 11 is needed"
            : "a NIK of 16 digits is needed");
  }
}
