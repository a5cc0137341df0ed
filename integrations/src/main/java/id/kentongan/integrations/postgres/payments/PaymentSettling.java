package id.kentongan.integrations.postgres.payments;

import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.integrations.Payment.Reason;
import id.kentongan.integrations.Payment.Settled;
import id.kentongan.integrations.postgres.Keyring;
import id.kentongan.integrations.postgres.NoticeBoard;
import id.kentongan.integrations.postgres.Numbers;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Makes of a payment what it is: contribution months with a receipt, or something for an officer;
/// the person is told of either.
final class PaymentSettling {
  private final Keyring keys;
  private final Numbers numbers;
  private final NoticeBoard board;
  private final Activation activation;
  private final Supplier<Tariffs> tariffs;
  private final InstantSource clock;
  private final ZoneId zone;

  /// `own`: memberships are kept by the gateway's own registry.
  PaymentSettling(Keyring keys, Supplier<Tariffs> tariffs, boolean own, Payments.Time time) {
    this.keys = keys;
    this.numbers = new Numbers(keys);
    this.board = new NoticeBoard(keys);
    this.activation = new Activation(own);
    this.tariffs = tariffs;
    this.clock = time.clock();
    this.zone = time.zone();
  }

  /// A payment as it is kept: `number` is ours.
  record Kept(String number, Rupiah amount, Instant paidAt) {}

  LocalDate day(Kept payment) {
    return LocalDate.ofInstant(payment.paidAt(), zone);
  }

  Settled settle(Handle handle, Kept payment, Bills.Found found) {
    if (found.bills().isEmpty()) {
      return review(handle, payment, found.person(), null, new Doubt(found.none(), null));
    }
    for (Bill bill : found.bills()) {
      if (bill.match(tariffs.get(), payment.amount()) instanceof Bill.Match.Pays pays) {
        return pay(handle, payment, bill, pays);
      }
    }
    Bill nearest = found.bills().getFirst();
    return switch (nearest.match(tariffs.get(), payment.amount())) {
      case Bill.Match.Less(Rupiah due) ->
          review(handle, payment, found.person(), nearest, new Doubt(Reason.PARTIAL, due));
      case Bill.Match.More(Rupiah due) ->
          review(handle, payment, found.person(), nearest, new Doubt(Reason.OVER, due));
      case Bill.Match.Pays pays -> pay(handle, payment, nearest, pays);
    };
  }

  Settled pay(Handle handle, Kept payment, Bill bill, Bill.Match.Pays pays) {
    activation.activate(handle, bill, pays, day(payment), clock.instant());
    Code receipt = numbers.receipt(handle, payment.number());
    handle
        .createUpdate(
            """
            update payments set state = 'TAKEN', state_since = :now, reason = null,
              person = :person, enrolment = :enrolment, due = coalesce(due, amount),
              first_month = :first, months = :months, receipt = :receipt
            where number = :number
            """)
        .bind("now", clock.instant())
        .bind("person", bill.payee().person())
        .bind("enrolment", bill.payee().enrolment())
        .bind("first", pays.first().atDay(1))
        .bind("months", pays.months())
        .bind("receipt", keys.person(handle, bill.payee().person()).seal("receipt", receipt.text()))
        .bind("number", payment.number())
        .execute();
    var last = pays.first().plusMonths(pays.months() - 1L);
    var notice = new Notice.Paid(payment.amount(), pays.first(), last, receipt);
    talks(handle, bill.payee()).forEach(talk -> board.put(handle, talk, notice));
    return new Settled.Taken(payment.number());
  }

  /// Why it waits for an officer; `due`: what would have been right, as near as can be told.
  private record Doubt(Reason reason, @Nullable Rupiah due) {}

  private Settled review(
      Handle handle, Kept payment, @Nullable Long known, @Nullable Bill bill, Doubt doubt) {
    Long person = bill == null ? known : (Long) bill.payee().person();
    Long due = doubt.due() == null ? null : (Long) doubt.due().amount();
    boolean news = news(handle, payment, person, due);
    handle
        .createUpdate(
            """
            update payments set reason = :reason, person = coalesce(:person, person),
              enrolment = case when :person is distinct from person and :person is not null
                then :enrolment else coalesce(:enrolment, enrolment) end, due = :due
            where number = :number
            """)
        .bind("reason", doubt.reason().name())
        .bind("person", person)
        .bind("enrolment", bill == null ? null : bill.payee().enrolment())
        .bind("due", due)
        .bind("number", payment.number())
        .execute();
    if (person != null && news) {
      var notice = new Notice.PaymentDoubted(payment.amount(), doubt.due());
      List<Long> talks = bill == null ? talks(handle, person) : talks(handle, bill.payee());
      talks.forEach(talk -> board.put(handle, talk, notice));
    }
    return new Settled.Review(payment.number(), doubt.reason());
  }

  /// why: whoever was told that it is looked at is not told so again each time it is settled anew.
  private static boolean news(
      Handle handle, Kept payment, @Nullable Long person, @Nullable Long due) {
    return handle
        .createQuery(
            """
            select person is distinct from :person
              or (cast(:due as bigint) is not null and due is distinct from :due)
            from payments where number = :number
            """)
        .bind("person", person)
        .bind("due", due)
        .bind("number", payment.number())
        .mapTo(Boolean.class)
        .one();
  }

  /// Whoever enrolled them is told, else every conversation that is bound to them.
  private static List<Long> talks(Handle handle, Bill.Payee payee) {
    return Optional.ofNullable(payee.talk())
        .map(List::of)
        .orElseGet(() -> talks(handle, payee.person()));
  }

  /// Where anything may be told of a payment that is theirs.
  static List<Long> talks(Handle handle, Bills.Found found) {
    Stream<Long> bound = Stream.ofNullable(found.person()).flatMap(p -> talks(handle, p).stream());
    return Stream.concat(
            found.bills().stream().flatMap(bill -> talks(handle, bill.payee()).stream()), bound)
        .toList();
  }

  /// The conversations that are bound to a person.
  static List<Long> talks(Handle handle, long person) {
    return handle
        .select("select talk from profiles where person = ?", person)
        .mapTo(Long.class)
        .list();
  }
}
