package id.kentongan.integrations.postgres.officers;

import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import java.time.LocalDate;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Writes one field of an enrolment or claim anew, sealed and found blind as the whole form was.
final class MatterFields {
  /// To whom, and whether, money is paid hangs on these.
  static final Set<String> PAYOUT = Set.of("deceased", "deceased-nik", "died", "heir");

  private final Keyring keys;

  MatterFields(Keyring keys) {
    this.keys = keys;
  }

  /// `value` in its stored form; false where the form has no such field.
  boolean put(Handle handle, String number, String field, String value) {
    return switch (field) {
      case "name", "nik", "birth-date", "phone", "village", "occupation" ->
          person(handle, number, field, value);
      case "deceased" -> claim(handle, number, "deceased", value);
      case "heir" -> claim(handle, number, "heir", value);
      case "died" -> claim(handle, number, "died", LocalDate.parse(value));
      case "deceased-nik" ->
          claim(handle, number, "deceased_nik", sealed(handle, number, "deceased_nik", value))
              && claim(handle, number, "deceased_nik_blind", keys.index().nik(new Nik(value)));
      case "cause" -> claim(handle, number, "cause", sealed(handle, number, "cause", value));
      case "heir-phone" ->
          claim(handle, number, "heir_phone", sealed(handle, number, "heir_phone", value));
      default -> false;
    };
  }

  private boolean person(Handle handle, String number, String field, String value) {
    Long person =
        handle
            .createQuery("select person from enrolments where number = :number")
            .bind("number", number)
            .mapTo(Long.class)
            .findOne()
            .orElse(null);
    if (person == null) {
      return false;
    }
    Secrets secrets = keys.person(handle, person);
    return switch (field) {
      case "nik" ->
          set(handle, person, "nik", secrets.seal("nik", value))
              && set(handle, person, "nik_blind", keys.index().nik(new Nik(value)));
      case "phone" ->
          set(handle, person, "phone", secrets.seal("phone", value))
              && set(handle, person, "phone_blind", keys.index().phone(new Phone(value)));
      case "birth-date" -> set(handle, person, "birth_date", secrets.seal("birth_date", value));
      default -> set(handle, person, field, value);
    };
  }

  /// `column` is one of ours, never what somebody typed.
  private static boolean set(Handle handle, long person, String column, Object value) {
    return handle
            .createUpdate("update persons set <column> = :value where id = :person")
            .define("column", column)
            .bind("value", value)
            .bind("person", person)
            .execute()
        == 1;
  }

  private static boolean claim(
      Handle handle, String number, String column, @Nullable Object value) {
    return value != null
        && handle
                .createUpdate("update claims set <column> = :value where number = :number")
                .define("column", column)
                .bind("value", value)
                .bind("number", number)
                .execute()
            == 1;
  }

  private byte @Nullable [] sealed(Handle handle, String number, String column, String value) {
    return handle
        .createQuery("select talk from claims where number = :number")
        .bind("number", number)
        .mapTo(Long.class)
        .findOne()
        .map(talk -> keys.talk(handle, talk).seal(column, value))
        .orElse(null);
  }
}
