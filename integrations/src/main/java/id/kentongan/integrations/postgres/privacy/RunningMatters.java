package id.kentongan.integrations.postgres.privacy;

import id.kentongan.dialogs.talk.MyData;
import id.kentongan.dialogs.values.Retention;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What is still running of somebody, so that an erasure leaves it until it is over.
public final class RunningMatters {
  static final String MEMBERSHIP = "membership";
  static final String PAYMENT = "payment";

  private static final String OF_TALKS =
      """
      select case when state in ('PAID', 'REFUSED') then 'claim-done' else 'claim' end as kind,
        number as matter,
        case when state in ('PAID', 'REFUSED')
          then (state_since + make_interval(days => :finished))::date end as until
        from claims where talk = any(:talks) and (state not in ('PAID', 'REFUSED')
          or state_since + make_interval(days => :finished) > :today::date)
      union all
      select 'accident', number, (made + make_interval(days => :accident))::date
        from accidents where talk = any(:talks)
          and made + make_interval(days => :accident) > :today::date
      order by 2
      """;

  /// A membership is kept as long as its contribution is paid: until the last day of that month.
  private static final String OF_PERSON =
      """
      select 'membership' as kind, 'membership' as matter,
        (date_trunc('month', paid_until) + interval '1 month - 1 day')::date as until
        from memberships where person = :person and died is null
          and date_trunc('month', paid_until) >= date_trunc('month', :today::date)
      union all
      select 'payment', 'payment', null
        where exists (select 1 from payments where person = :person and state = 'REVIEW')
      order by 1
      """;

  private RunningMatters() {}

  /// Of these conversations, and of the person where there is one.
  public static List<MyData.Kept> of(
      Handle handle, List<Long> talks, @Nullable Long person, Retention terms, LocalDate today) {
    var kept =
        new ArrayList<>(
            handle
                .createQuery(OF_TALKS)
                .bind("talks", talks.toArray(Long[]::new))
                .bind("finished", terms.finishedDays())
                .bind("accident", terms.accidentDays())
                .bind("today", today)
                .map((row, context) -> kept(row))
                .list());
    if (person != null) {
      kept.addAll(ofPerson(handle, person, today));
    }
    return kept;
  }

  static List<MyData.Kept> ofPerson(Handle handle, long person, LocalDate today) {
    return handle
        .createQuery(OF_PERSON)
        .bind("person", person)
        .bind("today", today)
        .map((row, context) -> kept(row))
        .list();
  }

  /// Whether something of the person runs, not of the conversation.
  static boolean personal(List<MyData.Kept> kept) {
    return kept.stream().anyMatch(k -> k.kind().equals(MEMBERSHIP) || k.kind().equals(PAYMENT));
  }

  private static MyData.Kept kept(java.sql.ResultSet row) throws java.sql.SQLException {
    return new MyData.Kept(
        row.getString("kind"), row.getString("matter"), row.getObject("until", LocalDate.class));
  }
}
