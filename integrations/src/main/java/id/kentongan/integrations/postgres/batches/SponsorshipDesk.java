package id.kentongan.integrations.postgres.batches;

import id.kentongan.dialogs.talk.Sponsored;
import id.kentongan.dialogs.talk.Sponsored.State;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.AuditLines;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.matters.Moved;
import id.kentongan.integrations.postgres.matters.Signatures;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What officers decide on lists that villages pay for: two approve, one is enough to refuse; the
/// row, the word to the agent and the audit are one transaction.
public final class SponsorshipDesk {
  private static final String APPROVE = "APPROVED";

  private final Database database;
  private final SponsorshipRows rows;
  private final Batches.Time time;

  public SponsorshipDesk(Database database, MasterKey master, Batches.Time time) {
    this.database = database;
    this.rows = new SponsorshipRows(new Keyring(master), time);
    this.time = time;
  }

  /// What came of an act.
  public enum Came {
    DONE,
    SIGNED,
    SIGNED_BEFORE,
    /// The village's budget of this year is not known.
    NO_BUDGET,
    /// More than is left of it.
    OVER_BUDGET,
    /// There is no such list, or it does not wait.
    NO
  }

  /// Two officers sign; with the second the sum is taken from the village's budget. People who are
  /// to be enrolled are enrolled by [SponsorshipRun].
  public Future<Came> approve(String officer, String number) {
    return database.transact(
        handle ->
            waiting(handle, number).map(one -> approve(handle, officer, one)).orElse(Came.NO));
  }

  private Came approve(Handle handle, String officer, Sponsored one) {
    VillageMoney.hold(handle, one.village());
    Rupiah left = rows.left(handle, one.village());
    if (left == null) {
      return Came.NO_BUDGET;
    }
    if (left.compareTo(one.total()) < 0) {
      return Came.OVER_BUDGET;
    }
    Instant now = time.clock().instant();
    Moved signed = Signatures.sign(handle, officer, one.number(), APPROVE, now);
    if (signed != Moved.DONE) {
      return signed == Moved.SIGNED ? Came.SIGNED : Came.SIGNED_BEFORE;
    }
    boolean enrols = batch(handle, one.number()).isPresent();
    rows.move(handle, in(one, enrols ? State.APPROVED : State.DONE), "");
    AuditLines.add(handle, now, officer, "approve", one.number());
    return Came.DONE;
  }

  /// `words` tell the agent why. The list is forgotten, so that it can be sent anew.
  public Future<Came> refuse(String officer, String number, String words) {
    return database.transact(
        handle ->
            waiting(handle, number)
                .map(
                    one -> {
                      rows.move(handle, in(one, State.REFUSED), words);
                      batch(handle, number).ifPresent(batch -> forget(handle, batch));
                      handle.execute("delete from signatures where matter = ?", number);
                      AuditLines.add(handle, time.clock().instant(), officer, "refuse", number);
                      return Came.DONE;
                    })
                .orElse(Came.NO));
  }

  /// Notes what a village has set aside for this year.
  public Future<Void> budget(String officer, String village, Rupiah amount) {
    return database
        .transact(
            handle -> {
              Instant now = time.clock().instant();
              int year = time.month().getYear();
              VillageMoney.set(handle, village, year, amount, officer, now);
              AuditLines.add(handle, now, officer, "set budget", "budget/" + village + '/' + year);
              return true;
            })
        .mapEmpty();
  }

  private Optional<Sponsored> waiting(Handle handle, String number) {
    return rows.of(handle, number)
        .filter(one -> one.state() == State.WAITING)
        .filter(one -> whole(handle, number));
  }

  /// Whether its people are still known.
  private static boolean whole(Handle handle, String number) {
    return handle
        .createQuery(
            "select batch is not null or renews is not null from sponsorships where number = :n")
        .bind("n", number)
        .mapTo(Boolean.class)
        .one();
  }

  private static Optional<Long> batch(Handle handle, String number) {
    return handle
        .createQuery("select batch from sponsorships where number = :n and batch is not null")
        .bind("n", number)
        .mapTo(Long.class)
        .findOne();
  }

  /// why the sources too: the same file is a new list then, of whose people those who are in other
  /// lists are known
  private static void forget(Handle handle, long batch) {
    handle.execute(
        """
        delete from batch_sources
        where batch = (select coalesce(parted, id) from batches where id = ?)
        """,
        batch);
    handle.execute("delete from batches where id = ?", batch);
    handle.execute("delete from person_keys where owner = 'batch/' || ?", batch);
  }

  private static Sponsored in(Sponsored one, State state) {
    return new Sponsored(
        one.number(), one.village(), one.people(), one.months(), one.total(), state, one.left());
  }
}
