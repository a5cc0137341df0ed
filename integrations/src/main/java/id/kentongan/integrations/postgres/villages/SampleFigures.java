package id.kentongan.integrations.postgres.villages;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/// Invented workers, members and targets of the sample villages, so that coverage can be tried.
/// They are told as invented, and go when the first real figures come.
final class SampleFigures {
  private static final String NUMBER = "('x' || substr(md5(%s), 1, 6))::bit(24)::integer";

  private SampleFigures() {}

  static boolean shown(Handle handle) {
    return handle
        .createQuery("select exists (select from meta where name = 'figures' and value = 'sample')")
        .mapTo(Boolean.class)
        .one();
  }

  /// Loads them where no figures were ever loaded and the regions are still the sample ones.
  static void load(Handle handle, LocalDate today) {
    boolean first =
        handle.execute(
                """
                insert into meta select 'figures', 'sample'
                where not exists (select from meta where name = 'regions')
                on conflict do nothing
                """)
            == 1;
    if (first) {
      workers(handle, today);
      new FigureImport(handle).sum();
      members(handle, today);
      handle.execute(
          "insert into targets select code, '', year, null, 0.35 + length(code) * 0.01"
              + " from regions cross join generate_series(?, ?) as year where length(code) < 8",
          today.getYear(),
          today.getYear() + 1);
    }
  }

  private static void workers(Handle handle, LocalDate today) {
    handle.execute(
        """
        insert into workers
        select code, category, formal, ?, least + mod(%s, spread)
        from regions cross join (values ('STAFF', true, 8, 6), ('BPD', false, 7, 3),
          ('LKD', false, 20, 20), ('CADRE', false, 15, 15), ('VULNERABLE', false, 50, 90),
          ('OTHER', true, 20, 40), ('OTHER', false, 90, 160))
          as kinds (category, formal, least, spread)
        where length(code) = 13
        """
            .formatted(NUMBER.formatted("code || category || formal")),
        today.getYear());
  }

  private static void members(Handle handle, LocalDate today) {
    handle.execute(
        """
        insert into members
        select decode(md5(who), 'hex'), area, category, formal, since,
          case when mod(draw, 9) = 0 then least(since + interval '7 months', month)::date end, true
        from (
          select area, category, formal, who, %1$s as draw, month,
            (month - make_interval(months => mod(%1$s, 40)))::date as since
          from (
            select area, category, formal, area || category || formal || n as who,
              date_trunc('month', ?::date) as month
            from workers cross join lateral generate_series(1, workers * (15 + mod(%2$s, 45)) / 100)
              as n) as people) as drawn
        """
            .formatted(NUMBER.formatted("who"), NUMBER.formatted("area")),
        today);
  }

  /// Takes them away before real figures come.
  static void leave(Handle handle) {
    if (shown(handle)) {
      handle.execute("delete from members where sample");
      handle.execute("delete from workers");
      handle.execute("delete from worker_sums");
      handle.execute("delete from targets");
    }
    handle.execute(
        "insert into meta values ('figures', 'own') on conflict (name) do update set value ="
            + " 'own'");
  }
}
