package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.talk.Legible;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Occupation;
import id.kentongan.dialogs.values.Phone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/// The records of persons, each sealed under the person's own key.
final class People {
  private final Keyring keys;

  People(Keyring keys) {
    this.keys = keys;
  }

  /// Who is to be recorded; `reference` names their membership in the core system.
  record Facts(
      String name,
      Nik nik,
      LocalDate birthDate,
      @Nullable Phone phone,
      String village,
      @Nullable Occupation occupation,
      @Nullable String reference) {}

  /// A person as recorded.
  record Person(
      long id,
      String name,
      LocalDate birthDate,
      @Nullable String reference,
      @Nullable Phone phone,
      Secrets secrets) {}

  Person add(Handle handle, Facts facts, boolean sample) {
    return add(handle, List.of(facts), sample).getFirst();
  }

  /// Many at once, in their order; two round trips.
  List<Person> add(Handle handle, List<Facts> all, boolean sample) {
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
      var secrets = new Secrets("person/" + ids.get(i), keys.fresh());
      fresh.add(new Fresh(ids.get(i), all.get(i), secrets));
    }
    insert(handle, fresh, sample);
    return fresh.stream().map(Fresh::person).toList();
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

  private void insert(Handle handle, List<Fresh> fresh, boolean sample) {
    handle
        .createUpdate(
            """
            with told as (
              select * from unnest(:ids, :wrapped, :names, :villages, :occupations, :sectors,
                :nikBlinds, :niks, :births, :phoneBlinds, :phones, :references)
                as t (id, wrapped, name, village, occupation, sector, nik_blind, nik, birth_date,
                  phone_blind, phone, reference)),
            given as (
              insert into person_keys (owner, wrapped) select 'person/' || id, wrapped from told)
            insert into persons (id, name, village, occupation, sector, nik_blind, nik, birth_date,
              phone_blind, phone, core_reference, sample) overriding system value
            select id, name, village, occupation, sector, nik_blind, nik, birth_date, phone_blind,
              phone, reference, :sample from told
            """)
        .bind("ids", Columns.numbers(fresh, Fresh::id))
        .bind("wrapped", Columns.bytes(fresh, one -> keys.wrapped(one.secrets())))
        .bind("names", Columns.texts(fresh, one -> Legible.of(one.facts().name())))
        .bind("villages", Columns.texts(fresh, one -> Legible.of(one.facts().village())))
        .bind("occupations", Columns.texts(fresh, Fresh::occupation))
        .bind("sectors", Columns.texts(fresh, Fresh::sector))
        .bind("nikBlinds", Columns.bytes(fresh, one -> keys.index().nik(one.facts().nik())))
        .bind("niks", sealed(fresh, "nik", one -> one.facts().nik().digits()))
        .bind("births", sealed(fresh, "birth_date", one -> one.facts().birthDate().toString()))
        .bind("phoneBlinds", Columns.bytes(fresh, one -> phoneBlind(one.facts().phone())))
        .bind("phones", Columns.bytes(fresh, Fresh::phone))
        .bind("references", Columns.texts(fresh, one -> one.facts().reference()))
        .bind("sample", sample)
        .execute();
  }

  private static Argument sealed(List<Fresh> fresh, String column, Function<Fresh, String> text) {
    return Columns.bytes(fresh, one -> one.secrets().seal(column, text.apply(one)));
  }

  private byte @Nullable [] phoneBlind(@Nullable Phone phone) {
    return phone == null ? null : keys.index().phone(phone);
  }

  /// For each conversation the record that bears this NIK, if it is of the person whom the
  /// conversation is bound to. On a shared phone nobody is known by the conversation alone.
  List<Optional<Person>> bound(Handle handle, List<Long> talks, List<Nik> niks) {
    var found =
        new ArrayList<Optional<Person>>(Collections.nCopies(talks.size(), Optional.empty()));
    handle
        .createQuery(
            """
            select told.place, known.*
            from unnest(:talks, :niks) with ordinality as told (talk, nik, place)
            cross join lateral (
              select p.id, p.name, p.birth_date, p.core_reference, p.phone, k.wrapped
              from talks t join persons p on p.id = t.person
              join person_keys k on k.owner = 'person/' || p.id
              where t.id = told.talk and p.nik_blind = told.nik
                and (select count(*) from profiles where talk = told.talk) < 2
              limit 1) as known
            """)
        .bind("talks", Columns.numbers(talks, talk -> talk))
        .bind("niks", Columns.bytes(niks, keys.index()::nik))
        .map((row, context) -> found.set(row.getInt("place") - 1, Optional.of(person(row))))
        .list();
    return found;
  }

  /// The same for one conversation.
  Optional<Person> bound(Handle handle, long talk, Nik nik) {
    return bound(handle, List.of(talk), List.of(nik)).getFirst();
  }

  /// All records that bear this NIK; one round trip, whether there are any or not.
  List<Person> byNik(Handle handle, Nik nik) {
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
