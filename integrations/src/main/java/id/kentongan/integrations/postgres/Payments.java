package id.kentongan.integrations.postgres;

import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.integrations.Payment;
import id.kentongan.integrations.Payment.Payer;
import id.kentongan.integrations.Payment.Reason;
import id.kentongan.integrations.Payment.Settled;
import id.kentongan.integrations.crypto.MasterKey;
import io.vertx.core.Future;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Takes payments in, each once by its id: the payment, what it makes active, its receipt and the
/// word to the person are one transaction. What does not fit what is due is kept for an officer.
public final class Payments {
  private final Database database;
  private final Keyring keys;
  private final Numbers numbers;
  private final NoticeBoard board;
  private final Bills bills;
  private final Activation activation;
  private final Tariffs tariffs;
  private final InstantSource clock;
  private final ZoneId zone;

  /// `own`: memberships are kept by the gateway's own registry.
  public Payments(Database database, MasterKey master, Tariffs tariffs, boolean own, Time time) {
    this.database = database;
    this.keys = new Keyring(master);
    this.numbers = new Numbers(keys);
    this.board = new NoticeBoard(keys);
    this.bills = new Bills(keys);
    this.activation = new Activation(own);
    this.tariffs = tariffs;
    this.clock = time.clock();
    this.zone = time.zone();
  }

  /// What time it is, and where.
  public record Time(InstantSource clock, ZoneId zone) {}

  public Future<Settled> take(Payment payment) {
    return database.transact(
        handle -> {
          String number = numbers.next(handle, Numbers.Kind.PAYMENT, today());
          return keep(handle, payment, number)
              ? settle(handle, payment, number)
              : before(handle, payment);
        });
  }

  /// A second transaction with the same id waits here until the first has ended.
  private boolean keep(Handle handle, Payment payment, String number) {
    return handle
            .createUpdate(
                """
                insert into payments (id, number, digest, payer_blind, amount, channel, paid_at,
                  state, state_since, reason)
                values (:id, :number, :digest, :payer, :amount, :channel, :paid,
                  'REVIEW', :now, 'UNKNOWN')
                on conflict (id) do nothing
                """)
            .bind("id", payment.id())
            .bind("number", number)
            .bind("digest", digest(payment))
            .bind("payer", payer(payment.payer()))
            .bind("amount", payment.amount().amount())
            .bind("channel", payment.channel())
            .bind("paid", payment.paidAt())
            .bind("now", clock.instant())
            .execute()
        == 1;
  }

  private Settled before(Handle handle, Payment payment) {
    return handle
        .createQuery("select number, digest, state, reason from payments where id = :id")
        .bind("id", payment.id())
        .map(
            (row, context) -> {
              if (!MessageDigest.isEqual(row.getBytes("digest"), digest(payment))) {
                return new Settled.Conflict();
              }
              String reason = row.getString("reason");
              return reason == null
                  ? new Settled.Taken(row.getString("number"))
                  : new Settled.Review(row.getString("number"), Reason.valueOf(reason));
            })
        .one();
  }

  private Settled settle(Handle handle, Payment payment, String number) {
    LocalDate paid = LocalDate.ofInstant(payment.paidAt(), zone);
    var found = bills.of(handle, payment.payer(), paid);
    if (found.bills().isEmpty()) {
      return review(handle, payment, number, null, found.none(), null);
    }
    for (Bill bill : found.bills()) {
      if (bill.match(tariffs, payment.amount()) instanceof Bill.Match.Pays pays) {
        return pay(handle, payment, number, bill, pays);
      }
    }
    Bill nearest = found.bills().getFirst();
    return switch (nearest.match(tariffs, payment.amount())) {
      case Bill.Match.Less(Rupiah due) ->
          review(handle, payment, number, nearest, Reason.PARTIAL, due);
      case Bill.Match.More(Rupiah due) ->
          review(handle, payment, number, nearest, Reason.OVER, due);
      case Bill.Match.Pays pays -> pay(handle, payment, number, nearest, pays);
    };
  }

  private Settled pay(
      Handle handle, Payment payment, String number, Bill bill, Bill.Match.Pays pays) {
    LocalDate paid = LocalDate.ofInstant(payment.paidAt(), zone);
    activation.activate(handle, bill, pays, paid, clock.instant());
    Code receipt = numbers.receipt(handle, number);
    handle
        .createUpdate(
            """
            update payments set state = 'TAKEN', reason = null, person = :person,
              enrolment = :enrolment, due = amount, first_month = :first, months = :months,
              receipt = :receipt
            where id = :id
            """)
        .bind("person", bill.payee().person())
        .bind("enrolment", bill.payee().enrolment())
        .bind("first", pays.first().atDay(1))
        .bind("months", pays.months())
        .bind("receipt", keys.person(handle, bill.payee().person()).seal("receipt", receipt.text()))
        .bind("id", payment.id())
        .execute();
    var last = pays.first().plusMonths(pays.months() - 1L);
    tell(handle, bill, new Notice.Paid(payment.amount(), pays.first(), last, receipt));
    return new Settled.Taken(number);
  }

  private Settled review(
      Handle handle,
      Payment payment,
      String number,
      @Nullable Bill bill,
      Reason reason,
      @Nullable Rupiah due) {
    handle
        .createUpdate(
            """
            update payments set reason = :reason, person = :person, enrolment = :enrolment,
              due = :due
            where id = :id
            """)
        .bind("reason", reason.name())
        .bind("person", bill == null ? null : (Long) bill.payee().person())
        .bind("enrolment", bill == null ? null : bill.payee().enrolment())
        .bind("due", due == null ? null : (Long) due.amount())
        .bind("id", payment.id())
        .execute();
    if (bill != null) {
      tell(handle, bill, new Notice.PaymentDoubted(payment.amount(), due));
    }
    return new Settled.Review(number, reason);
  }

  /// Whoever enrolled them is told, else every conversation that is bound to them.
  private void tell(Handle handle, Bill bill, Notice notice) {
    Optional.ofNullable(bill.payee().talk())
        .ifPresentOrElse(
            talk -> board.put(handle, talk, notice),
            () ->
                handle
                    .select("select talk from profiles where person = ?", bill.payee().person())
                    .mapTo(Long.class)
                    .forEach(talk -> board.put(handle, talk, notice)));
  }

  private byte[] payer(Payer payer) {
    return switch (payer) {
      case Payer.ByNik(var nik) -> keys.index().nik(nik);
      case Payer.ByEnrolment(var number) -> keys.index().code(number);
    };
  }

  private byte[] digest(Payment payment) {
    String payer =
        switch (payment.payer()) {
          case Payer.ByNik(var nik) -> nik.digits();
          case Payer.ByEnrolment(var number) -> number;
        };
    return keys.index()
        .message(
            String.join(
                "\n",
                "payment",
                payer,
                payment.amount().toString(),
                payment.paidAt().toString(),
                payment.channel()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
