package id.kentongan.integrations.postgres.sample;

import id.kentongan.dialogs.values.Code;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.agents.Agents;
import id.kentongan.integrations.postgres.matters.Programmes;
import id.kentongan.integrations.postgres.matters.Standings;
import id.kentongan.integrations.postgres.members.People;
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

  /// Each may log in by a code of their own, once until the data are loaded again.
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
                and not exists (select 1 from agents a where a.sample and a.name = :name)
              """)
          .bind("name", agent.name())
          .bind("code", keys.index().code(code(agent).text()))
          .bind("since", today.minusMonths(6))
          .bind("organisation", agent.organisation())
          .bind("village", agent.village())
          .execute();
      invite(handle, agent, today);
    }
  }

  Code login(Sample.Agent agent) {
    return keys.codes().fixed("sample agent login " + agent.name());
  }

  private void invite(Handle handle, Sample.Agent agent, LocalDate today) {
    long id =
        handle
            .createQuery("select id from agents where sample and name = :name order by id limit 1")
            .bind("name", agent.name())
            .mapTo(Long.class)
            .one();
    handle.execute(
        "insert into agent_villages values (?, ?) on conflict do nothing", id, agent.village());
    var until = today.plusYears(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
    Agents.invite(handle, keys, id, login(agent), until);
  }

  private Code code(Sample.Agent agent) {
    return keys.codes().fixed("sample agent " + agent.name());
  }

  private static String reference(Sample.Person person) {
    return "sample-" + person.nik().digits().substring(12);
  }
}
