package id.kentongan.integrations.postgres.villages;

import id.kentongan.dialogs.values.AreaCoverage;
import id.kentongan.dialogs.values.AreaCoverage.Area;
import id.kentongan.dialogs.values.AreaCoverage.Part;
import id.kentongan.dialogs.values.AreaCoverage.Place;
import id.kentongan.dialogs.values.AreaCoverage.Totals;
import id.kentongan.dialogs.values.AreaCoverage.Year;
import id.kentongan.dialogs.values.WorkerCategory;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads coverage from the sums by area; counts as they are, small ones too.
final class Coverages {
  private static final int YEARS = 4;
  private static final int VILLAGE = 13;

  private final Handle handle;
  private final LocalDate day;

  Coverages(Handle handle, YearMonth month) {
    this.handle = handle;
    this.day = month.atDay(1);
  }

  Optional<AreaCoverage> of(String code) {
    return area(code)
        .map(
            area -> {
              List<Part> parts = parts(code);
              long workers = parts.stream().mapToLong(Part::workers).sum();
              long covered = parts.stream().mapToLong(Part::covered).sum();
              var totals = new Totals(workers, covered, false, target(code, workers));
              return new AreaCoverage(
                  area,
                  YearMonth.from(day),
                  totals,
                  parts,
                  years(code),
                  ranking(code),
                  SampleFigures.shown(handle));
            });
  }

  private Optional<Area> area(String code) {
    List<String> names =
        handle
            .createQuery(
                """
                select name from regions where code in (:code, left(:code, 8), left(:code, 5),
                  left(:code, 2)) order by length(code) desc
                """)
            .bind("code", code)
            .mapTo(String.class)
            .list();
    boolean known =
        handle
            .createQuery("select exists (select from regions where code = :code)")
            .bind("code", code)
            .mapTo(Boolean.class)
            .one();
    return known
        ? Optional.of(new Area(code, names.getFirst(), names.subList(1, names.size())))
        : Optional.empty();
  }

  private List<Part> parts(String code) {
    return handle
        .createQuery(
            """
            select category, coalesce(sum(workers), 0) as workers,
              coalesce(sum(covered), 0) as covered
            from (
              select category, workers, null::bigint as covered from worker_sums
              where area = :code
              union all
              select category, null, change from member_months
              where area = :code and month <= :day) as both_sides
            group by category order by category
            """)
        .bind("code", code)
        .bind("day", day)
        .map(
            (row, context) ->
                new Part(
                    WorkerCategory.valueOf(row.getString("category")),
                    row.getLong("workers"),
                    row.getLong("covered")))
        .list();
  }

  private List<Year> years(String code) {
    return handle
        .createQuery(
            """
            select year, coalesce(sum(change) filter (where formal), 0) as formal,
              coalesce(sum(change) filter (where not formal), 0) as informal
            from generate_series(:first, :last) as year
            left join member_months m on m.area = :code
              and m.month <= least(make_date(year, 12, 1), :day)
            group by year order by year
            """)
        .bind("code", code)
        .bind("first", day.getYear() - YEARS + 1)
        .bind("last", day.getYear())
        .bind("day", day)
        .map(
            (row, context) ->
                new Year(row.getInt("year"), row.getLong("formal"), row.getLong("informal"), false))
        .list();
  }

  /// The target told for the area itself, else a share told for what it lies in.
  private @Nullable Long target(String code, long workers) {
    return handle
        .createQuery(
            """
            select coalesce(people, round(share * :workers)::bigint) from targets
            where category = '' and year <= :year and (area = :code or share is not null
              and area in (left(:code, 8), left(:code, 5), left(:code, 2)))
            order by length(area) desc, year desc limit 1
            """)
        .bind("code", code)
        .bind("workers", workers)
        .bind("year", day.getYear())
        .mapTo(Long.class)
        .findOne()
        .orElse(null);
  }

  private List<Place> ranking(String code) {
    String parent = code.length() == VILLAGE ? code.substring(0, 8) : code;
    int level = parent.length() == 2 ? 5 : parent.length() == 5 ? 8 : VILLAGE;
    return places(parent, level).stream()
        .map(ReportRow::place)
        .filter(place -> place.workers() > 0)
        .sorted(Comparator.comparingDouble(Place::share).reversed())
        .toList();
  }

  /// A place and the names of its district and regency.
  record ReportRow(Place place, String district, String regency) {}

  /// All areas of a level within another, in the order of their codes.
  List<ReportRow> places(String within, int level) {
    return handle
        .createQuery(
            """
            select r.code, r.name,
              coalesce((select sum(workers) from worker_sums w where w.area = r.code), 0)
                as workers,
              coalesce((select sum(change) from member_months m
                where m.area = r.code and m.month <= :day), 0) as members,
              coalesce(d.name, '') as district, coalesce(g.name, '') as regency
            from regions r
            left join regions d on d.code = left(r.code, 8)
            left join regions g on g.code = left(r.code, 5)
            where r.code > :within || '.' and r.code < :within || '/' and length(r.code) = :level
            order by r.code
            """)
        .bind("within", within)
        .bind("level", level)
        .bind("day", day)
        .map(
            (row, context) ->
                new ReportRow(
                    new Place(
                        row.getString("code"),
                        row.getString("name"),
                        row.getLong("workers"),
                        row.getLong("members"),
                        false),
                    row.getString("district"),
                    row.getString("regency")))
        .list();
  }
}
