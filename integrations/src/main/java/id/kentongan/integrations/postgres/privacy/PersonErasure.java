package id.kentongan.integrations.postgres.privacy;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// Erases a person: the key is destroyed, the numbers by which they could be found are removed, and
/// of the record there stays an empty row, because the audit names it. Payments stay as amounts.
final class PersonErasure {
  private static final List<String> STATEMENTS =
      List.of(
          """
          delete from receipts where number in (
            select number from enrolments where person = :person
            union all select number from payments where person = :person)
          """,
          """
          update payments set person = null, enrolment = null, payer_blind = '', receipt = null
          where person = :person
          """,
          "delete from agent_reminders where person = :person",
          "delete from reminders where person = :person",
          "delete from discount_ends_told where person = :person",
          "delete from cards where person = :person",
          "delete from profiles where person = :person",
          """
          update batch_rows set nik_blind = null, body = null, enrolment = null, state = 'SKIPPED'
          where enrolment in (select number from enrolments where person = :person)
            or nik_blind = (select nik_blind from persons where id = :person)
          """,
          """
          update consent_requests set nik_blind = null, form = null, code = null,
            state = 'REPLACED', ended = now()
          where nik_blind = (select nik_blind from persons where id = :person)
          """,
          """
          delete from identity_codes where person = :person
            or nik_blind = (select nik_blind from persons where id = :person)
          """,
          "delete from enrolments where person = :person",
          "delete from memberships where person = :person",
          "delete from members where who = (select nik_blind from persons where id = :person)",
          "update consents set withdrawn = now() where person = :person and withdrawn is null",
          "update talks set person = null where person = :person",
          """
          update persons set name = '', village = '', occupation = null, sector = null,
            nik_blind = '', nik = '', birth_date = '', phone_blind = null, phone = null,
            core_reference = null
          where id = :person
          """,
          "delete from signatures where matter = 'person/' || :person",
          "delete from person_keys where owner = 'person/' || :person");

  private PersonErasure() {}

  static void erase(Handle handle, long person) {
    for (String statement : STATEMENTS) {
      handle.createUpdate(statement).bind("person", person).execute();
    }
  }
}
