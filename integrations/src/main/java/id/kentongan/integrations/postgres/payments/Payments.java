package id.kentongan.integrations.postgres.payments;

import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.integrations.Payment;
import id.kentongan.integrations.Payment.Payer;
import id.kentongan.integrations.Payment.Reason;
import id.kentongan.integrations.Payment.Settled;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.Numbers;
import io.vertx.core.Future;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// Takes payments in, each once by its id: the payment, what it makes active, its receipt and the
/// word to the person are one transaction. What does not fit what is due is kept for an officer.
public final class Payments {
  private final Database database;
  private final Keyring keys;
  private final Numbers numbers;
  private final Bills bills;
  private final PaymentSettling settling;
  private final InstantSource clock;
  private final ZoneId zone;

  /// `own`: memberships are kept by the gateway's own registry.
  public Payments(
      Database database, MasterKey master, Supplier<Tariffs> tariffs, boolean own, Time time) {
    this.database = database;
    this.keys = new Keyring(master);
    this.numbers = new Numbers(keys);
    this.bills = new Bills(keys);
    this.settling = new PaymentSettling(keys, tariffs, own, time);
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

  private Settled settle(Handle handle, Payment payment, String number) {
    var kept = new PaymentSettling.Kept(number, payment.amount(), payment.paidAt());
    return settling.settle(handle, kept, bills.of(handle, payment.payer(), settling.day(kept)));
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
