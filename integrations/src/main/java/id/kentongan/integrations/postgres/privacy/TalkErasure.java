package id.kentongan.integrations.postgres.privacy;

import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import id.kentongan.integrations.postgres.files.FileRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// Erases what a conversation holds. It gets another key and the one before is destroyed; only what
/// is kept is sealed anew.
final class TalkErasure {
  private static final List<String> ROWS =
      List.of(
          "delete from journal where talk = :talk",
          "delete from notices where talk = :talk",
          "delete from officer_lines where talk = :talk",
          "delete from queries where talk = :talk",
          "delete from web_lines where talk = :talk",
          "update web_talks set address = null where talk = :talk",
          "delete from drafts where talk = :talk",
          "delete from resting_talks where talk = :talk",
          "delete from identity_codes where talk = :talk",
          "delete from consent_requests where talk = :talk or phone_talk = :talk",
          "delete from reminder_wishes where talk = :talk",
          "delete from agent_reminders where talk = :talk",
          "delete from deliveries where talk = :talk",
          "delete from blots where talk = :talk",
          "delete from broadcast_people where talk = :talk",
          "delete from escalations where ticket in"
              + " (select number from tickets where talk = :talk and state <> 'TAKEN')",
          "delete from tickets where talk = :talk and state <> 'TAKEN'",
          "update acts set answer = null where talk = :talk",
          "update enrolments set talk = null where talk = :talk",
          "update consents set withdrawn = now() where talk = :talk and agent is null"
              + " and withdrawn is null and (person is null or person = :person)",
          "delete from agent_invitations where agent in"
              + " (select id from agents where talk = :talk)",
          "update agents set talk = null, code = null, revoked = coalesce(revoked, now())"
              + " where talk = :talk",
          "delete from profiles where talk = :talk and person = :person",
          "update talks set person = null, language = null, gone = null where id = :talk");

  private static final List<String> MATTERS =
      List.of(
          "delete from receipts where number = any(:numbers)",
          "delete from visits where claim = any(:numbers)",
          "delete from claim_papers where claim = any(:numbers)",
          "delete from claims where number = any(:numbers)",
          "delete from accidents where number = any(:numbers)");

  private static final List<String> CLAIM =
      List.of("deceased_nik", "cause", "heir_phone", "receipt");
  private static final List<String> ACCIDENT =
      List.of("victim_nik", "place", "chronology", "phone", "receipt");

  private final Keyring keys;

  TalkErasure(Keyring keys) {
    this.keys = keys;
  }

  /// A conversation's key before and after.
  private record Change(Secrets old, Secrets fresh) {}

  /// One row by its key.
  private record Row(String table, String key, String value) {}

  /// Erases all but the claims and accidents of these numbers, with their files, and what is of
  /// others than `person` who share the conversation.
  void erase(Handle handle, long talk, @Nullable Long person, List<String> kept) {
    Secrets old = keys.talk(handle, talk);
    var fresh = new Secrets(old.owner(), keys.fresh());
    var change = new Change(old, fresh);
    for (String statement : ROWS) {
      Update update = handle.createUpdate(statement).bind("talk", talk);
      if (statement.contains(":person")) {
        update.bind("person", person);
      }
      update.execute();
    }
    remove(handle, over(handle, talk, kept));
    files(handle, talk);
    reseal(handle, new Row("talks", "id", Long.toString(talk)), List.of("sender"), change);
    for (String number : tickets(handle, talk)) {
      handle.execute(
          "update tickets set words = ? where number = ?", fresh.seal("words", ""), number);
    }
    for (String number : kept) {
      reseal(handle, new Row("claims", "number", number), CLAIM, change);
      reseal(handle, new Row("accidents", "number", number), ACCIDENT, change);
    }
    for (UUID file : handle.select("select id from files where talk = ?", talk).mapTo(UUID.class)) {
      chunks(handle, file, change);
    }
    handle.execute(
        "update person_keys set wrapped = ?, made = now() where owner = ?",
        keys.wrapped(fresh),
        fresh.owner());
  }

  /// Removes claims and accidents by number, with their files that no other claim needs.
  static void remove(Handle handle, List<String> numbers) {
    List<UUID> files =
        handle
            .createQuery("select file from claim_papers where claim = any(:numbers)")
            .bind("numbers", numbers.toArray(String[]::new))
            .mapTo(UUID.class)
            .list();
    for (String statement : MATTERS) {
      handle.createUpdate(statement).bind("numbers", numbers.toArray(String[]::new)).execute();
    }
    handle
        .createUpdate(
            "delete from files where id = any(:files)"
                + " and not exists (select 1 from claim_papers p where p.file = files.id)")
        .bind("files", files.toArray(UUID[]::new))
        .execute();
  }

  private static List<String> over(Handle handle, long talk, List<String> kept) {
    var numbers =
        new ArrayList<>(
            handle
                .createQuery(
                    """
                    select number from claims where talk = :talk
                    union all select number from accidents where talk = :talk
                    """)
                .bind("talk", talk)
                .mapTo(String.class)
                .list());
    numbers.removeAll(kept);
    return numbers;
  }

  /// Those that no kept claim needs.
  private static void files(Handle handle, long talk) {
    handle.execute(
        "delete from files where talk = ?"
            + " and not exists (select 1 from claim_papers p where p.file = files.id)",
        talk);
  }

  private static List<String> tickets(Handle handle, long talk) {
    return handle
        .select("select number from tickets where talk = ?", talk)
        .mapTo(String.class)
        .list();
  }

  private static void reseal(Handle handle, Row row, List<String> columns, Change keys) {
    for (String column : columns) {
      Optional<byte[]> sealed =
          handle
              .createQuery("select <column> from <table> where <key>::text = :value")
              .define("column", column)
              .define("table", row.table())
              .define("key", row.key())
              .bind("value", row.value())
              .map((found, context) -> found.getBytes(1))
              .findOne();
      if (sealed.isPresent()) {
        handle
            .createUpdate("update <table> set <column> = :sealed where <key>::text = :value")
            .define("column", column)
            .define("table", row.table())
            .define("key", row.key())
            .bind("value", row.value())
            .bind("sealed", keys.fresh().seal(column, keys.old().open(column, sealed.get())))
            .execute();
      }
    }
  }

  private static void chunks(Handle handle, UUID file, Change keys) {
    List<Integer> places =
        handle
            .select("select place from file_chunks where file = ? order by place", file)
            .mapTo(Integer.class)
            .list();
    for (int place : places) {
      String context = FileRows.context(file, place);
      byte[] sealed =
          handle
              .select("select bytes from file_chunks where file = ? and place = ?", file, place)
              .mapTo(byte[].class)
              .one();
      handle.execute(
          "update file_chunks set bytes = ? where file = ? and place = ?",
          keys.fresh().key().seal(keys.old().key().open(sealed, context), context),
          file,
          place);
    }
  }
}
