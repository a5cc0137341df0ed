package id.kentongan.integrations.postgres.broadcasts;

import id.kentongan.integrations.postgres.officers.Hearing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jdbi.v3.core.statement.SqlStatement;

/// Who is to be told something: those who asked for news and have not ended it, have no claim of a
/// death running, and are as asked. `village` is the beginning of a Kemendagri code, `occupation` a
/// part of its name, `language` a code, `channel` a name; empty for any.
public record Audience(
    String village, Membership membership, String occupation, String language, String channel) {
  /// Where somebody stands.
  public enum Membership {
    ANY,
    ACTIVE,
    LAPSED,
    UNPAID,
    NONE
  }

  /// Those who wait for nothing but us, of a talk `t`.
  static final String WILLING =
      """
      exists (select 1 from consents c
        where c.talk = t.id and c.purpose = 'news' and c.withdrawn is null)
      and not exists (select 1 from reminder_wishes w where w.talk = t.id and not w.wanted)
      """;

  /// Each person once, in the conversation that is the newest, with whether they are willing.
  static final String CHOSEN =
      """
      select distinct on (coalesce('p' || t.person, 't' || t.id)) t.id, t.channel, %s as willing,
        t.channel = 'whatsapp' and not exists (select 1 from journal j
          where j.talk = t.id and %s and j.at > :window) as outside,
        %s as gone
      from talks t
      left join persons p on p.id = t.person
      left join memberships m on m.person = p.id
      where t.channel not in ('sample', 'terminal') and not coalesce(p.sample, false)
        and not exists (select 1 from claims k join talks o on o.id = k.talk
          where (o.id = t.id or o.person = t.person) and k.state not in ('PAID', 'REFUSED'))
        and (:village = '' or p.village = :village or p.village like :village || '.%%')
        and (:occupation = '' or p.occupation ilike '%%' || :occupation || '%%')
        and (:language = '' or coalesce(t.language, 'id') = :language)
        and (:channel = '' or t.channel = :channel)
        and case :membership
          when 'ACTIVE' then m.died is null and m.paid_until >= :month
          when 'LAPSED' then m.died is null and m.paid_until < :month
          when 'UNPAID' then m.reference is null and exists (select 1 from enrolments e
            where e.person = p.id and e.state = 'WAITING')
          when 'NONE' then m.reference is null
          else true end
      order by coalesce('p' || t.person, 't' || t.id), willing desc, t.id desc
      """
          .formatted(WILLING, Hearing.HEARD, Hearing.GONE);

  <S extends SqlStatement<S>> S bind(S statement, Instant now, ZoneId zone) {
    return statement
        .bind("village", village)
        .bind("membership", membership.name())
        .bind("occupation", occupation.replaceAll("[%_\\\\]", ""))
        .bind("language", language)
        .bind("channel", channel)
        .bind("window", now.minus(java.time.Duration.ofHours(24)))
        .bind("month", LocalDate.ofInstant(now, zone).withDayOfMonth(1));
  }
}
