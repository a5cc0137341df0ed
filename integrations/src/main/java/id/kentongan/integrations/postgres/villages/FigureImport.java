package id.kentongan.integrations.postgres.villages;

import id.kentongan.integrations.TableFile;
import id.kentongan.integrations.TableFile.Row;
import id.kentongan.integrations.postgres.villages.Columns.Column;
import java.math.BigDecimal;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Takes how many work, and how many are to be members, by area.
final class FigureImport {
  private static final int MOST = 200_000_000;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Handle handle;
  private final Intake intake;

  FigureImport(Handle handle) {
    this.handle = handle;
    this.intake = new Intake(handle);
  }

  /// `code,category,formal,year,workers`; an older year than the one kept is refused.
  Imported workers(TableFile file, Cells cells) {
    intake.take(
        file,
        List.of(),
        "area text collate \"C\", category text, formal boolean, year smallint, workers integer",
        row ->
            new @Nullable Object[] {
              cells.area(row),
              cells.category(row).name(),
              cells.formal(row),
              cells.year(row),
              cells.number(row, Column.WORKERS, MOST)
            });
    again("area, category, formal");
    intake.refuse(
        """
        select line, 'older than what is kept, of ' || k.year as why
        from incoming i join workers k using (area, category, formal) where k.year > i.year
        """);
    int changed =
        handle.execute(
            """
            insert into workers as k select area, category, formal, year, workers from incoming
            on conflict (area, category, formal) do update
            set year = excluded.year, workers = excluded.workers
            where (k.year, k.workers) is distinct from (excluded.year, excluded.workers)
            """);
    sum();
    return intake.done(changed);
  }

  /// Sums up, from the districts to the provinces, wherever an area has no figures of its own.
  void sum() {
    handle.execute("delete from worker_sums");
    handle.execute("insert into worker_sums select area, category, formal, workers from workers");
    int below = 13;
    for (int length : new int[] {8, 5, 2}) {
      handle.execute(
          """
          insert into worker_sums
          select left(s.area, ?), category, formal, sum(workers) from worker_sums s
          where length(s.area) = ?
            and not exists (select 1 from workers w where w.area = left(s.area, ?))
          group by 1, 2, 3
          """,
          length,
          below,
          length);
      below = length;
    }
  }

  /// `code,year,target` and perhaps `category`; the target a number of people or a share (`40%`).
  Imported targets(TableFile file, Cells cells) {
    intake.take(
        file,
        List.of(),
        "area text collate \"C\", category text, year smallint, people integer, share numeric",
        row -> target(row, cells));
    again("area, category, year");
    int changed =
        handle.execute(
            """
            insert into targets as k select area, category, year, people, share from incoming
            on conflict (area, category, year) do update
            set people = excluded.people, share = excluded.share
            where (k.people, k.share) is distinct from (excluded.people, excluded.share)
            """);
    return intake.done(changed);
  }

  private static @Nullable Object[] target(Row row, Cells cells) {
    String told = cells.columns().cell(row, Column.TARGET);
    String category =
        cells.columns().cell(row, Column.CATEGORY).isEmpty() ? "" : cells.category(row).name();
    boolean share = told.endsWith("%");
    return new @Nullable Object[] {
      cells.area(row),
      category,
      cells.year(row),
      share ? null : (Object) cells.number(row, Column.TARGET, MOST),
      share ? share(told) : null
    };
  }

  private static BigDecimal share(String told) {
    String number = told.substring(0, told.length() - 1).strip().replace(',', '.');
    if (!number.matches("[0-9]{1,3}(\\.[0-9]{1,3})?")
        || new BigDecimal(number).compareTo(HUNDRED) > 0) {
      throw new Intake.Wrong("a share must be between 0% and 100%");
    }
    return new BigDecimal(number).divide(HUNDRED);
  }

  private void again(String key) {
    intake.refuse(
        """
        select line, 'the same as line ' || min || ' again' as why from (
          select line, min(line) over (partition by %s) as min from incoming) as lines
        where line > min
        """
            .formatted(key));
  }
}
