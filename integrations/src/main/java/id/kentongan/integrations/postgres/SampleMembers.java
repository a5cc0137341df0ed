package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.values.Code;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jdbi.v3.core.Handle;

/// Puts invented members and agents into the registry.
final class SampleMembers {
  private final Keyring keys;
  private final People people;

  SampleMembers(Keyring keys, People people) {
    this.keys = keys;
    this.people = people;
  }

  People.Person person(Handle handle, Sample.Person person) {
    String reference = reference(person);
    return people.byNik(handle, person.nik()).stream()
        .filter(known -> reference.equals(known.reference()))
        .findFirst()
        .orElseGet(
            () ->
                people.add(
                    handle,
                    new People.Facts(
                        person.name(),
                        person.nik(),
                        person.birthDate(),
                        person.phone(),
                        person.village(),
                        person.occupation(),
                        reference),
                    true));
  }

  void join(Handle handle, People.Person person, Sample.Member member) {
    Standings.Known known = member.known();
    YearMonth paidUntil = known.paidUntil();
    handle
        .createUpdate(
            """
            insert into memberships (reference, person, kpj_blind, kpj, programmes, since,
              paid_until, died, sample)
            values (:reference, :person, :blind, :kpj, :programmes, :since, :paid, :died, true)
            on conflict (reference) do update set since = excluded.since,
              paid_until = excluded.paid_until, died = excluded.died
            """)
        .bind("reference", person.reference())
        .bind("person", person.id())
        .bind("blind", keys.index().kpj(member.kpj()))
        .bind("kpj", person.secrets().seal("kpj", member.kpj()))
        .bind("programmes", Programmes.write(member.programmes()))
        .bind("since", known.since())
        .bind("paid", paidUntil == null ? null : paidUntil.atDay(1))
        .bind("died", known.died())
        .execute();
  }

  void agents(Handle handle, LocalDate today) {
    for (Sample.Agent agent : Sample.agents()) {
      handle.execute(
          """
          insert into organisations (name, village, sample) values (?, ?, true)
          on conflict do nothing
          """,
          agent.organisation(),
          agent.village());
      handle
          .createUpdate(
              """
              insert into agents (organisation, name, code_blind, since, sample)
              select id, :name, :code, :since, true from organisations
              where name = :organisation and village = :village
              on conflict (code_blind) do nothing
              """)
          .bind("name", agent.name())
          .bind("code", keys.index().code(code(agent).text()))
          .bind("since", today.minusMonths(6))
          .bind("organisation", agent.organisation())
          .bind("village", agent.village())
          .execute();
    }
  }

  private Code code(Sample.Agent agent) {
    return keys.codes().fixed("sample agent " + agent.name());
  }

  private static String reference(Sample.Person person) {
    return "sample-" + person.nik().digits().substring(12);
  }
}
