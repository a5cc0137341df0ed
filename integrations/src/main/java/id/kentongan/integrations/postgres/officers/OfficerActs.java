package id.kentongan.integrations.postgres.officers;

import id.kentongan.dialogs.talk.Notice;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.AuditLines;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.NoticeBoard;
import id.kentongan.integrations.postgres.matters.AccidentState;
import id.kentongan.integrations.postgres.matters.ClaimState;
import id.kentongan.integrations.postgres.matters.EnrollmentState;
import id.kentongan.integrations.postgres.matters.Moved;
import id.kentongan.integrations.postgres.matters.Signatures;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Moves enrolments, claims and notices of accidents: the row, the word to the conversation and the
/// audit are one transaction. What decides on money is carried out when a second officer signs it.
public final class OfficerActs {
  private final Database database;
  private final NoticeBoard board;
  private final InstantSource clock;

  public OfficerActs(Database database, MasterKey master, InstantSource clock) {
    this.database = database;
    this.board = new NoticeBoard(new Keyring(master));
    this.clock = clock;
  }

  /// `words` is said to the person with it, as it stands; empty for nothing more than the state.
  public Future<Moved> moveEnrollment(
      String officer, String number, EnrollmentState state, String words) {
    return database.transact(
        handle ->
            state(handle, "enrolments", number)
                .filter(row -> EnrollmentState.valueOf(row.state()).next().contains(state))
                .map(row -> state.goesBack() ? row.agents(handle) : row)
                .map(row -> move(handle, "enrolments", officer, row, told(state, words)))
                .orElse(Moved.NO));
  }

  public Future<Moved> moveClaim(String officer, String number, ClaimState state, String words) {
    return database.transact(
        handle ->
            state(handle, "claims", number)
                .filter(row -> ClaimState.valueOf(row.state()).next().contains(state))
                .map(
                    row ->
                        state.decides()
                            ? sign(handle, officer, row, told(state, words))
                            : move(handle, "claims", officer, row, told(state, words)))
                .orElse(Moved.NO));
  }

  public Future<Moved> moveAccident(
      String officer, String number, AccidentState state, String words) {
    return database.transact(
        handle ->
            state(handle, "accidents", number)
                .filter(row -> AccidentState.of(row.state()).next().contains(state))
                .map(row -> move(handle, "accidents", officer, row, told(state, words)))
                .orElse(Moved.NO));
  }

  private record Row(String number, String state, @Nullable Long talk) {
    /// With the conversation of the agent who enrolled them, where they did not chat themselves.
    Row agents(Handle handle) {
      return talk != null
          ? this
          : new Row(number, state, Hearing.agent(handle, number).orElse(null));
    }
  }

  /// A state to move to, the key of its words, and what else is said.
  private record Told(String state, String key, String words) {}

  private static Told told(EnrollmentState state, String words) {
    return new Told(state.name(), state.words(), words);
  }

  private static Told told(ClaimState state, String words) {
    return new Told(state.name(), state.words(), words);
  }

  private static Told told(AccidentState state, String words) {
    return new Told(state.words(), state.words(), words);
  }

  private static Optional<Row> state(Handle handle, String table, String number) {
    return handle
        .createQuery("select number, state, talk from <table> where number = :number for update")
        .define("table", table)
        .bind("number", number)
        .map(
            (row, context) -> {
              long talk = row.getLong("talk");
              Long owner = row.wasNull() ? null : talk;
              return new Row(row.getString("number"), row.getString("state"), owner);
            })
        .findOne();
  }

  private Moved sign(Handle handle, String officer, Row row, Told told) {
    Moved signed = Signatures.sign(handle, officer, row.number(), told.state(), clock.instant());
    return signed == Moved.DONE ? move(handle, "claims", officer, row, told) : signed;
  }

  private Moved move(Handle handle, String table, String officer, Row row, Told told) {
    handle
        .createUpdate(
            "update <table> set state = :state, state_since = :now where number = :number")
        .define("table", table)
        .bind("state", told.state())
        .bind("now", clock.instant())
        .bind("number", row.number())
        .execute();
    handle.execute("delete from signatures where matter = ?", row.number());
    Promises.kept(handle, row.number(), clock.instant());
    Long talk = row.talk();
    if (talk != null) {
      board.put(handle, talk, new Notice.MatterMoved(row.number(), told.key()));
      if (!told.words().isEmpty()) {
        board.put(handle, talk, new Notice.OfficerSaid(told.words()));
      }
    }
    AuditLines.add(handle, clock.instant(), officer, "move to " + told.state(), row.number());
    return Moved.DONE;
  }
}
