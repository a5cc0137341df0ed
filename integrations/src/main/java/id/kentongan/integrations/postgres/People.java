package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.talk.Legible;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Occupation;
import id.kentongan.dialogs.values.Phone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
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
    var persons = new ArrayList<Person>();
    try (PreparedBatch inserts =
        handle.prepareBatch(
            """
            with given as (
              insert into person_keys (owner, wrapped) values ('person/' || :id, :wrapped))
            insert into persons (id, name, village, occupation, sector, nik_blind, nik, birth_date,
              phone_blind, phone, core_reference, sample) overriding system value
            values (:id, :name, :village, :occupation, :sector, :nikBlind, :nik, :birthDate,
              :phoneBlind, :phone, :reference, :sample)
            """)) {
      for (int i = 0; i < all.size(); i++) {
        Facts facts = all.get(i);
        var secrets = new Secrets("person/" + ids.get(i), keys.fresh());
        bound(inserts, ids.get(i), facts, secrets).bind("sample", sample).add();
        persons.add(
            new Person(
                ids.get(i),
                facts.name(),
                facts.birthDate(),
                facts.reference(),
                facts.phone(),
                secrets));
      }
      inserts.execute();
    }
    return persons;
  }

  private PreparedBatch bound(PreparedBatch inserts, long id, Facts facts, Secrets secrets) {
    Phone phone = facts.phone();
    Occupation occupation = facts.occupation();
    return inserts
        .bind("id", id)
        .bind("wrapped", keys.wrapped(secrets))
        .bind("name", Legible.of(facts.name()))
        .bind("village", Legible.of(facts.village()))
        .bind("occupation", occupation == null ? null : Legible.of(occupation.name()))
        .bind("sector", occupation == null ? null : occupation.sector().name())
        .bind("nikBlind", keys.index().nik(facts.nik()))
        .bind("nik", secrets.seal("nik", facts.nik().digits()))
        .bind("birthDate", secrets.seal("birth_date", facts.birthDate().toString()))
        .bind("phoneBlind", phone == null ? null : keys.index().phone(phone))
        .bind("phone", secrets.sealMaybe("phone", phone == null ? null : phone.e164()))
        .bind("reference", facts.reference());
  }

  /// The record that bears this NIK, if it is of the person whom a conversation is bound to. On a
  /// shared phone nobody is known by the conversation alone.
  Optional<Person> bound(Handle handle, long talk, Nik nik) {
    return handle
        .createQuery(
            """
            select p.id, p.name, p.birth_date, p.core_reference, p.phone, k.wrapped
            from talks t join persons p on p.id = t.person
            join person_keys k on k.owner = 'person/' || p.id
            where t.id = :talk and p.nik_blind = :nik
              and (select count(*) from profiles where talk = :talk) < 2
            """)
        .bind("talk", talk)
        .bind("nik", keys.index().nik(nik))
        .map((row, context) -> person(row))
        .findOne();
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
