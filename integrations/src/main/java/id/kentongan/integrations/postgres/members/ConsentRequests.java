package id.kentongan.integrations.postgres.members;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.dialogs.stored.StoredJson;
import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.dialogs.values.Code;
import id.kentongan.integrations.postgres.Keyring;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;

/// The rows of consents that agents asked for by somebody's phone, with the form that waits.
final class ConsentRequests {
  static final String WAITING = "WAITING";

  /// why: with codes of six digits ten guesses find one in a hundred thousand.
  private static final int TRIES = 10;

  private static final JsonMapper JSON = StoredJson.mapper(List.of());

  private final Keyring keys;

  ConsentRequests(Keyring keys) {
    this.keys = keys;
  }

  /// What waits for a consent; `agentTalk` is where the agent asked, `phoneTalk` who was asked.
  record Pending(
      long id,
      long agent,
      long agentTalk,
      long phoneTalk,
      EnrollmentForm form,
      String version,
      Instant until) {
    boolean open(Instant now) {
      return now.isBefore(until);
    }
  }

  /// The request's number; the same agent's earlier one for the same NIK is replaced.
  long add(Handle handle, Pending wanted, String code, Instant now) {
    byte[] nik = keys.index().nik(wanted.form().person().nik());
    handle.execute(
        """
        update consent_requests set state = 'REPLACED', ended = ?, form = null, nik_blind = null,
          code = null
        where agent = ? and nik_blind = ? and state = 'WAITING'
        """,
        now,
        wanted.agent(),
        nik);
    long id =
        handle
            .createQuery("select nextval(pg_get_serial_sequence('consent_requests', 'id'))")
            .mapTo(Long.class)
            .one();
    handle
        .createUpdate(
            """
            insert into consent_requests (id, agent, talk, phone_talk, nik_blind, code, form,
              text_version, made, until) overriding system value
            values (:id, :agent, :talk, :phone, :nik, :code, :form, :version, :now, :until)
            """)
        .bind("id", id)
        .bind("agent", wanted.agent())
        .bind("talk", wanted.agentTalk())
        .bind("phone", wanted.phoneTalk())
        .bind("nik", nik)
        .bind("code", hash(id, code))
        .bind("form", keys.talk(handle, wanted.agentTalk()).seal("consent_form", write(wanted)))
        .bind("version", wanted.version())
        .bind("now", now)
        .bind("until", wanted.until())
        .execute();
    return id;
  }

  /// What waits under a number, held until the end of the transaction.
  Optional<Pending> waiting(Handle handle, long id) {
    return handle
        .createQuery(
            "select * from consent_requests where id = :id and state = 'WAITING' for update")
        .bind("id", id)
        .map((row, context) -> pending(handle, row))
        .findOne();
  }

  /// What waits for the phone of this conversation, or was asked for by the agent in it, and has
  /// this code. A code that fits none is a try at each.
  Optional<Pending> byCode(Handle handle, long talk, Code code, Instant now) {
    Map<Long, byte[]> open =
        handle
            .createQuery(
                """
                update consent_requests r set tries = tries + 1
                where state = 'WAITING' and until > :now and tries < :most
                  and (phone_talk = :talk
                    or agent = (select id from agents where talk = :talk and revoked is null))
                returning id, code
                """)
            .bind("now", now)
            .bind("most", TRIES)
            .bind("talk", talk)
            .setMapKeyColumn("id")
            .setMapValueColumn("code")
            .collectInto(new GenericType<>() {});
    Optional<Pending> found = Optional.empty();
    for (var sent : open.entrySet()) {
      if (MessageDigest.isEqual(sent.getValue(), hash(sent.getKey(), code.text()))) {
        found = waiting(handle, sent.getKey());
      }
    }
    return found;
  }

  /// Some whose time is over.
  List<Pending> silent(Handle handle, Instant now, int most) {
    return handle
        .createQuery(
            """
            select * from consent_requests where state = 'WAITING' and until <= :now
            order by until limit :most for update skip locked
            """)
        .bind("now", now)
        .bind("most", most)
        .map((row, context) -> pending(handle, row))
        .list();
  }

  /// Ends a request; what was filled in is erased.
  static void end(Handle handle, long id, String state, Instant now) {
    handle.execute(
        """
        update consent_requests
        set state = ?, ended = ?, form = null, nik_blind = null, code = null where id = ?
        """,
        state,
        now,
        id);
  }

  private Pending pending(Handle handle, ResultSet row) throws SQLException {
    long talk = row.getLong("talk");
    String form = keys.talk(handle, talk).open("consent_form", row.getBytes("form"));
    return new Pending(
        row.getLong("id"),
        row.getLong("agent"),
        talk,
        row.getLong("phone_talk"),
        read(form),
        row.getString("text_version"),
        row.getTimestamp("until").toInstant());
  }

  private byte[] hash(long id, String code) {
    return keys.index().sentCode("consent/" + id + '/' + code);
  }

  private static String write(Pending wanted) {
    try {
      return JSON.writeValueAsString(wanted.form());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a form cannot be written", e);
    }
  }

  private static EnrollmentForm read(String form) {
    try {
      return JSON.readValue(form, EnrollmentForm.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a form of another shape was kept", e);
    }
  }
}
