package id.kentongan.integrations.postgres.privacy;

import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.NoticeBoard;
import id.kentongan.integrations.postgres.members.Drafts;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What agents have filled in about a person and not sent off: kept drafts go at once; forms that
/// lie in the conversations themselves when their notice is brought. Who of the agents was at it is
/// not known to the records, so all are told.
final class AgentForms {
  private static final String TALKS =
      "select distinct talk from agents where talk is not null order by talk";

  private final Keyring keys;
  private final NoticeBoard board;

  AgentForms(Keyring keys) {
    this.keys = keys;
    this.board = new NoticeBoard(keys);
  }

  /// Before the person's own record and key are gone.
  void forget(Handle handle, long person) {
    Optional<Nik> nik = nik(handle, person);
    if (nik.isPresent()) {
      List<Long> talks = handle.createQuery(TALKS).mapTo(Long.class).list();
      for (long talk : talks) {
        draft(handle, talk, nik.get());
        board.brief(handle, talk, new Notice.Forgotten(nik.get()));
      }
    }
  }

  private void draft(Handle handle, long talk, Nik nik) {
    handle
        .createQuery("select body from drafts where talk = :talk")
        .bind("talk", talk)
        .mapTo(byte[].class)
        .findOne()
        .filter(body -> keys.talk(handle, talk).open("draft", body).contains(nik.digits()))
        .ifPresent(found -> Drafts.forget(handle, talk));
  }

  private Optional<Nik> nik(Handle handle, long person) {
    return handle
        .createQuery("select nik from persons where id = :person")
        .bind("person", person)
        .mapTo(byte[].class)
        .findOne()
        .filter(kept -> kept.length > 0)
        .map(kept -> new Nik(keys.person(handle, person).open("nik", kept)));
  }
}
