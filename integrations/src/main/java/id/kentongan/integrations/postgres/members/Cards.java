package id.kentongan.integrations.postgres.members;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Secrets;
import io.vertx.core.Future;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/// What stands on a member's card, told only to the conversation that is bound to the person.
public final class Cards {
  private final Database database;
  private final Keyring keys;
  private final Statuses statuses;

  public Cards(Database database, Keyring keys, Statuses statuses) {
    this.database = database;
    this.keys = keys;
    this.statuses = statuses;
  }

  public Future<Answer> read(ConversationId who, String person, LocalDate today) {
    return statuses
        .read(who, person, today)
        .compose(
            answer ->
                answer instanceof Answer.StatusRead(Answer.Status status)
                    ? card(Long.parseLong(person), status)
                    : Future.succeededFuture(new Answer.NoCard()));
  }

  private Future<Answer> card(long person, Answer.Status status) {
    Answer.Membership membership = status.membership();
    return membership != null && covered(membership.standing())
        ? database.transact(handle -> card(handle, person, status, membership))
        : Future.succeededFuture(new Answer.NoCard());
  }

  private static boolean covered(Answer.Standing standing) {
    return switch (standing) {
      case ACTIVE, UNDER_THREE_MONTHS, IN_ARREARS -> true;
      case LAPSED, DEAD, WAITING_FOR_PAYMENT -> false;
    };
  }

  private Answer card(
      Handle handle, long person, Answer.Status status, Answer.Membership membership) {
    Secrets secrets = keys.person(handle, person);
    byte[] nik =
        handle.select("select nik from persons where id = ?", person).mapTo(byte[].class).one();
    return new Answer.CardRead(
        status.name(),
        new Nik(secrets.open("nik", nik)).masked(),
        membership,
        code(handle, person, secrets),
        status.sample());
  }

  /// The person's code, made when there is none; a second transaction waits for the first.
  private Code code(Handle handle, long person, Secrets secrets) {
    Code fresh = keys.codes().next(keys.random());
    handle.execute(
        "insert into cards (person, code_blind, code) values (?, ?, ?) on conflict (person) do"
            + " nothing",
        person,
        keys.index().code(fresh.text()),
        secrets.seal("card", fresh.text()));
    byte[] sealed =
        handle.select("select code from cards where person = ?", person).mapTo(byte[].class).one();
    return new Code(secrets.open("card", sealed));
  }
}
