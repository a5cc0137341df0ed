package id.kentongan.integrations.postgres.payments;

import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.integrations.Payment.Payer;
import id.kentongan.integrations.Payment.Settled;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.AuditLines;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.NoticeBoard;
import id.kentongan.integrations.postgres.matters.Moved;
import id.kentongan.integrations.postgres.matters.Signatures;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Payments that did not fit what was due, for officers to decide: whose they are, what they pay
/// for though the sum differs, or that they go back. What decides on money needs two officers; all
/// of it is in the audit.
public final class PaymentReviews {
  private static final int MOST = 200;

  private final Database database;
  private final Keyring keys;
  private final NoticeBoard board;
  private final Bills bills;
  private final PaymentSettling settling;
  private final Payments.Time time;

  /// `own`: memberships are kept by the gateway's own registry.
  public PaymentReviews(
      Database database,
      MasterKey master,
      Supplier<Tariffs> tariffs,
      boolean own,
      Payments.Time time) {
    this.database = database;
    this.keys = new Keyring(master);
    this.board = new NoticeBoard(keys);
    this.bills = new Bills(keys);
    this.settling = new PaymentSettling(keys, tariffs, own, time);
    this.time = time;
  }

  /// A payment on the board: `reason` is empty once it is decided, `name` of the person where it is
  /// known whose it is.
  public record Line(String number, String state, String reason, Money money, Whose whose) {}

  /// `due`: what would have been right, as near as can be told.
  public record Money(Rupiah amount, @Nullable Rupiah due, String channel, Instant paidAt) {}

  /// Who paid, and the number of their enrolment, as far as it is known.
  public record Whose(long person, @Nullable String name, @Nullable String enrolment) {}

  /// A payment, and who signed what of it.
  public record Opened(Line line, List<Signed> signed) {}

  /// `act` as it was signed: `RETURN`, or `ACCEPT 3` for so many months.
  public record Signed(String officer, String act) {}

  /// Those that wait, longest first; or those that were decided, latest first.
  public Future<List<Line>> all(boolean waiting) {
    String which =
        waiting
            ? ":it = '' and y.state = 'REVIEW' order by y.paid_at"
            : ":it = '' and y.due is distinct from y.amount and y.state <> 'REVIEW' order by"
                + " y.state_since desc";
    return database.transact(handle -> lines(handle, which, ""));
  }

  /// Each look is in the audit.
  public Future<Optional<Opened>> open(String officer, String number) {
    return database.transact(
        handle ->
            lines(handle, "y.number = :it", number).stream()
                .findFirst()
                .map(
                    line -> {
                      AuditLines.add(handle, time.clock().instant(), officer, "look", number);
                      return new Opened(line, signed(handle, number));
                    }));
  }

  /// It is of the person with this NIK, or of this enrolment: settled as if it had said so. `DONE`
  /// when it is theirs now, also where it does not fit and stays on the board.
  public Future<Moved> assign(String officer, String number, Payer to) {
    return decide(
        number,
        kept -> {
          var found = bills.of(kept.handle(), to, settling.day(kept.payment()));
          if (found.person() == null) {
            return Moved.NO;
          }
          note(kept.handle(), officer, "assign", number);
          undeceive(kept, found);
          settling.settle(kept.handle(), kept.payment(), found);
          return Moved.DONE;
        });
  }

  /// Whoever was taken for the owner until now was told of it, and is told that it is not theirs.
  private void undeceive(Held kept, Bills.Found found) {
    if (kept.person() == null || kept.person().equals(found.person())) {
      return;
    }
    // why: who enrolled both hears of it once, as the other's.
    List<Long> owners = PaymentSettling.talks(kept.handle(), found);
    var notice = new Notice.PaymentOfOther(kept.payment().amount());
    kept.talks().stream()
        .filter(talk -> !owners.contains(talk))
        .forEach(talk -> board.put(kept.handle(), talk, notice));
  }

  /// Settles it anew, where what was in its way is mended.
  public Future<Moved> again(String officer, String number) {
    return decide(
        number,
        kept -> {
          var found = found(kept);
          if (found.isEmpty()) {
            return Moved.NO;
          }
          note(kept.handle(), officer, "settle again", number);
          Settled settled = settling.settle(kept.handle(), kept.payment(), found.get());
          return settled instanceof Settled.Taken ? Moved.DONE : Moved.NO;
        });
  }

  /// It pays for so many months, whatever the sum is; two officers sign.
  public Future<Moved> accept(String officer, String number, int months) {
    return decide(
        number,
        kept -> {
          var bill = found(kept).stream().flatMap(found -> found.bills().stream()).findFirst();
          if (bill.isEmpty()) {
            return Moved.NO;
          }
          Moved signed = sign(kept.handle(), officer, number, "ACCEPT " + months);
          if (signed == Moved.DONE) {
            note(kept.handle(), officer, "accept for " + months + " months", number);
            var pays = new Bill.Match.Pays(bill.get().first(), months);
            settling.pay(kept.handle(), kept.payment(), bill.get(), pays);
          }
          return signed;
        });
  }

  /// It goes back the way it came; two officers sign. The branch does it, the person is told.
  public Future<Moved> giveBack(String officer, String number) {
    return decide(
        number,
        kept -> {
          Moved signed = sign(kept.handle(), officer, number, "RETURN");
          if (signed == Moved.DONE) {
            note(kept.handle(), officer, "give back", number);
            kept.handle()
                .execute(
                    "update payments set state = 'RETURNED', state_since = ? where number = ?",
                    time.clock().instant(),
                    number);
            var notice = new Notice.PaymentReturned(kept.payment().amount());
            kept.talks().forEach(talk -> board.put(kept.handle(), talk, notice));
          }
          return signed;
        });
  }

  /// A payment that waits, held until the end of the transaction.
  private record Held(
      Handle handle, PaymentSettling.Kept payment, @Nullable Long person, @Nullable Long talk) {
    List<Long> talks() {
      if (talk != null) {
        return List.of(talk);
      }
      return person == null ? List.of() : PaymentSettling.talks(handle, person);
    }
  }

  private interface Decision {
    Moved on(Held kept);
  }

  private Future<Moved> decide(String number, Decision decision) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select y.number, y.amount, y.paid_at, y.person,
                      (select e.talk from enrolments e where e.number = y.enrolment) as talk
                    from payments y where y.number = :number and y.state = 'REVIEW' for update
                    """)
                .bind("number", number)
                .map((row, context) -> held(handle, row))
                .findOne()
                .map(held -> settled(handle, number, decision.on(held)))
                .orElse(Moved.NO));
  }

  /// why: what was signed of it as it stood is not carried out as it stands now.
  private static Moved settled(Handle handle, String number, Moved moved) {
    if (moved == Moved.DONE) {
      handle.execute("delete from signatures where matter = ?", number);
    }
    return moved;
  }

  private static Held held(Handle handle, ResultSet row) throws SQLException {
    var payment =
        new PaymentSettling.Kept(
            row.getString("number"),
            new Rupiah(row.getLong("amount")),
            row.getTimestamp("paid_at").toInstant());
    return new Held(
        handle, payment, row.getObject("person", Long.class), row.getObject("talk", Long.class));
  }

  private Optional<Bills.Found> found(Held kept) {
    Long person = kept.person();
    return person == null
        ? Optional.empty()
        : Optional.of(bills.ofPerson(kept.handle(), person, settling.day(kept.payment())));
  }

  private Moved sign(Handle handle, String officer, String number, String act) {
    return Signatures.sign(handle, officer, number, act, time.clock().instant());
  }

  private void note(Handle handle, String officer, String act, String number) {
    AuditLines.add(handle, time.clock().instant(), officer, act, number);
  }

  private static List<Signed> signed(Handle handle, String number) {
    return handle
        .createQuery("select officer, act from signatures where matter = :number order by at")
        .bind("number", number)
        .map((row, context) -> new Signed(row.getString("officer"), row.getString("act")))
        .list();
  }

  private static List<Line> lines(Handle handle, String which, String it) {
    return handle
        .createQuery(
            """
            select y.*, p.name from payments y left join persons p on p.id = y.person
            where %s limit :most
            """
                .formatted(which))
        .bind("it", it)
        .bind("most", MOST)
        .map((row, context) -> line(row))
        .list();
  }

  private static Line line(ResultSet row) throws SQLException {
    long due = row.getLong("due");
    Rupiah right = row.wasNull() ? null : new Rupiah(due);
    String reason = row.getString("reason");
    return new Line(
        row.getString("number"),
        row.getString("state"),
        reason == null ? "" : reason,
        new Money(
            new Rupiah(row.getLong("amount")),
            right,
            row.getString("channel"),
            row.getTimestamp("paid_at").toInstant()),
        new Whose(row.getLong("person"), row.getString("name"), row.getString("enrolment")));
  }
}
