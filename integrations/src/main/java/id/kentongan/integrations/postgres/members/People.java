package id.kentongan.integrations.postgres.members;

import id.kentongan.dialogs.talk.Legible;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Occupation;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.integrations.postgres.Columns;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import id.kentongan.integrations.postgres.Writes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/// The records of persons, each sealed under the person's own key.
public final class People {
  /// The record that bears the NIK `told.nik`, if it is of the person whom the conversation
  /// `told.talk` is bound to. On a shared phone nobody is known by the conversation alone.
  private static final String BOUND =
      """
      select p.id, p.name, p.birth_date, p.core_reference, p.phone, k.wrapped
      from talks t join persons p on p.id = t.person
      join person_keys k on k.owner = 'person/' || p.id
      where t.id = told.talk and p.nik_blind = told.nik
        and (select count(*) from profiles where talk = told.talk) < 2
      limit 1\
      """;

  private final Keyring keys;

  public People(Keyring keys) {
    this.keys = keys;
  }

  /// Who is to be recorded; `reference` names their membership in the core system.
  public record Facts(
      String name,
      Nik nik,
      LocalDate birthDate,
      @Nullable Phone phone,
      String village,
      @Nullable Occupation occupation,
      @Nullable String reference) {}

  /// A person as recorded.
  public record Person(
      long id,
      String name,
      LocalDate birthDate,
      @Nullable String reference,
      @Nullable Phone phone,
      Secrets secrets) {}

  public Person add(Handle handle, Facts facts, boolean sample) {
    return add(handle, List.of(facts), sample).getFirst();
  }

  /// Many at once, in their order; two round trips.
  public List<Person> add(Handle handle, List<Facts> all, boolean sample) {
    if (all.isEmpty()) {
      return List.of();
    }
    List<Long> ids =
        handle
            .createQuery(
                """
                select nextval(pg_get_serial_sequence('persons', 'id'))
                from generate_series(1, :n)
                """)
            .bind("n", all.size())
            .mapTo(Long.class)
            .list();
    var fresh = new ArrayList<Fresh>();
    for (int i = 0; i < all.size(); i++) {
      fresh.add(fresh(ids.get(i), all.get(i)));
    }
    var writes = new Writes();
    insert(writes, fresh, sample);
    writes.send(handle);
    return fresh.stream().map(Fresh::person).toList();
  }

  /// Whom these conversations are bound to, where they bear the same NIK; the others are new, and
  /// `writes` adds them. One round trip.
  List<Person> boundOrNew(Handle handle, Writes writes, List<Long> talks, List<Facts> all) {
    var persons = new ArrayList<Person>();
    var strangers = new ArrayList<Fresh>();
    List<Known> known = known(handle, talks, all.stream().map(Facts::nik).toList());
    for (int i = 0; i < all.size(); i++) {
      persons.add(
          switch (known.get(i)) {
            case Known.Bound(Person person) -> person;
            case Known.Not(long id) -> {
              strangers.add(fresh(id, all.get(i)));
              yield strangers.getLast().person();
            }
          });
    }
    if (!strangers.isEmpty()) {
      insert(writes, strangers, false);
    }
    return persons;
  }

  private Fresh fresh(long id, Facts facts) {
    return new Fresh(id, facts, new Secrets("person/" + id, keys.fresh()));
  }

  /// Somebody who is being recorded.
  private record Fresh(long id, Facts facts, Secrets secrets) {
    Person person() {
      return new Person(
          id, facts.name(), facts.birthDate(), facts.reference(), facts.phone(), secrets);
    }

    @Nullable String occupation() {
      Occupation occupation = facts.occupation();
      return occupation == null ? null : Legible.of(occupation.name());
    }

    @Nullable String sector() {
      Occupation occupation = facts.occupation();
      return occupation == null ? null : occupation.sector().name();
    }

    byte @Nullable [] phone() {
      Phone phone = facts.phone();
      return secrets.sealMaybe("phone", phone == null ? null : phone.e164());
    }
  }

  private void insert(Writes writes, List<Fresh> fresh, boolean sample) {
    var told = new HashMap<String, Object>();
    told.put("ids", Columns.numbers(fresh, Fresh::id));
    told.put("wrapped", Columns.bytes(fresh, one -> keys.wrapped(one.secrets())));
    told.put("names", Columns.texts(fresh, one -> Legible.of(one.facts().name())));
    told.put("villages", Columns.texts(fresh, one -> Legible.of(one.facts().village())));
    told.put("occupations", Columns.texts(fresh, Fresh::occupation));
    told.put("sectors", Columns.texts(fresh, Fresh::sector));
    told.put("nikBlinds", Columns.bytes(fresh, one -> keys.index().nik(one.facts().nik())));
    told.put("niks", sealed(fresh, "nik", one -> one.facts().nik().digits()));
    told.put("births", sealed(fresh, "birth_date", one -> one.facts().birthDate().toString()));
    told.put("phoneBlinds", Columns.bytes(fresh, one -> phoneBlind(one.facts().phone())));
    told.put("phones", Columns.bytes(fresh, Fresh::phone));
    told.put("personReferences", Columns.texts(fresh, one -> one.facts().reference()));
    told.put("sample", sample);
    writes.add(
        """
        with told as (
          select * from unnest(:ids, :wrapped, :names, :villages, :occupations, :sectors,
            :nikBlinds, :niks, :births, :phoneBlinds, :phones, :personReferences)
            as t (id, wrapped, name, village, occupation, sector, nik_blind, nik, birth_date,
              phone_blind, phone, reference)),
        given as (
          insert into person_keys (owner, wrapped) select 'person/' || id, wrapped from told)
        insert into persons (id, name, village, occupation, sector, nik_blind, nik, birth_date,
          phone_blind, phone, core_reference, sample) overriding system value
        select id, name, village, occupation, sector, nik_blind, nik, birth_date, phone_blind,
          phone, reference, :sample from told
        """,
        told);
  }

  private static Argument sealed(List<Fresh> fresh, String column, Function<Fresh, String> text) {
    return Columns.bytes(fresh, one -> one.secrets().seal(column, text.apply(one)));
  }

  private byte @Nullable [] phoneBlind(@Nullable Phone phone) {
    return phone == null ? null : keys.index().phone(phone);
  }

  /// Whether a conversation is bound to somebody who bears a NIK; if not, an id for the new one.
  private sealed interface Known {
    record Bound(Person person) implements Known {}

    record Not(long id) implements Known {}
  }

  private List<Known> known(Handle handle, List<Long> talks, List<Nik> niks) {
    return handle
        .createQuery(
            """
            select known.*, case when known.id is null then nextval('persons_id_seq') end as fresh
            from unnest(:talks, :niks) with ordinality as told (talk, nik, place)
            left join lateral (%s) as known on true
            order by told.place
            """
                .formatted(BOUND))
        .bind("talks", Columns.numbers(talks, talk -> talk))
        .bind("niks", Columns.bytes(niks, keys.index()::nik))
        .<Known>map(
            (row, context) -> {
              long fresh = row.getLong("fresh");
              return row.wasNull() ? new Known.Bound(person(row)) : new Known.Not(fresh);
            })
        .list();
  }

  /// The record that bears this NIK, if it is of the person whom the conversation is bound to.
  Optional<Person> bound(Handle handle, long talk, Nik nik) {
    return handle
        .createQuery(
            "select known.* from (values (:talk, :nik)) as told (talk, nik), lateral (%s) as known"
                .formatted(BOUND))
        .bind("talk", talk)
        .bind("nik", keys.index().nik(nik))
        .map((row, context) -> person(row))
        .findOne();
  }

  /// All records that bear this NIK; one round trip, whether there are any or not.
  public List<Person> byNik(Handle handle, Nik nik) {
    return handle
        .createQuery(
            """
            select p.id, p.name, p.birth_date, p.core_reference, p.phone, k.wrapped
            from persons p join person_keys k on k.owner = 'person/' || p.id
            where p.nik_blind = :nik order by p.id
            """)
        .bind("nik", keys.index().nik(nik))
        .map((row, context) -> person(row))
        .list();
  }

  private Person person(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    var secrets = new Secrets("person/" + id, keys.unwrap(row.getBytes("wrapped")));
    byte[] phone = row.getBytes("phone");
    return new Person(
        id,
        row.getString("name"),
        LocalDate.parse(secrets.open("birth_date", row.getBytes("birth_date"))),
        row.getString("core_reference"),
        phone == null ? null : new Phone(secrets.open("phone", phone)),
        secrets);
  }
}
