package id.kentongan.bot.console;

import id.kentongan.dialogs.values.Nik;
import id.kentongan.integrations.Payment.Payer;
import id.kentongan.integrations.postgres.officers.Hearing;
import id.kentongan.integrations.postgres.payments.PaymentReviews;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `/console/pembayaran`: payments that did not fit what was due: whose they are, what they pay for
/// all the same, or that they go back.
final class PaymentsPage implements Page {
  static final String PATH = "/pembayaran";

  /// why: more than two years at once is a slip of the hand.
  private static final int MOST_MONTHS = 24;

  private final PaymentReviews reviews;
  private final Reach reach;

  PaymentsPage(PaymentReviews reviews, Reach reach) {
    this.reviews = reviews;
    this.reach = reach;
  }

  @Override
  public List<Address> addresses() {
    return List.of(
        Address.get(PATH, Permission.MATTERS, this::board),
        Address.get(PATH + "/:number", Permission.MATTERS, this::show),
        Address.post(PATH + "/:number/milik", Permission.DECIDE, this::assign),
        Address.post(PATH + "/:number/ulang", Permission.DECIDE, this::again),
        Address.post(PATH + "/:number/terima", Permission.DECIDE, this::accept),
        Address.post(PATH + "/:number/kembalikan", Permission.DECIDE, this::giveBack));
  }

  private Future<Reply> board(Visit visit) {
    boolean waiting = !visit.query("keadaan").equals("selesai");
    return reviews
        .all(waiting)
        .map(
            lines -> {
              var model = new HashMap<String, Object>();
              model.put("lines", lines);
              model.put("waiting", waiting);
              return Reply.shown("payments", model);
            });
  }

  private Future<Reply> show(Visit visit) {
    return reviews
        .open(visit.name(), visit.path("number"))
        .compose(found -> reach.shown("payment", found, visit, Hearing::payment));
  }

  private Future<Reply> assign(Visit visit) {
    String number = visit.path("number");
    return payer(visit.field("whose"))
        .map(to -> reviews.assign(visit.name(), number, to).map(came -> back(number, came.name())))
        .orElseGet(() -> Future.succeededFuture(back(number, "WHOSE")));
  }

  /// A NIK or the number of an enrolment.
  private static Optional<Payer> payer(String typed) {
    String digits = typed.replaceAll("[\\s.-]", "");
    if (digits.matches("[0-9]{16}")) {
      return Optional.of(new Payer.ByNik(new Nik(digits)));
    }
    String number = typed.toUpperCase(Locale.ROOT);
    return number.matches("DFT-[0-9]{4}-[0-9]{6,}")
        ? Optional.of(new Payer.ByEnrolment(number))
        : Optional.empty();
  }

  private Future<Reply> again(Visit visit) {
    String number = visit.path("number");
    return reviews.again(visit.name(), number).map(came -> back(number, came.name()));
  }

  private Future<Reply> accept(Visit visit) {
    String number = visit.path("number");
    String months = visit.field("months");
    if (!months.matches("[0-9]{1,2}")
        || Integer.parseInt(months) < 1
        || Integer.parseInt(months) > MOST_MONTHS) {
      return Future.succeededFuture(back(number, "MONTHS"));
    }
    return reviews
        .accept(visit.name(), number, Integer.parseInt(months))
        .map(came -> back(number, came.name()));
  }

  private Future<Reply> giveBack(Visit visit) {
    String number = visit.path("number");
    return reviews.giveBack(visit.name(), number).map(came -> back(number, came.name()));
  }

  private static Reply back(String number, String told) {
    return new Reply.See("/console%s/%s?hasil=%s".formatted(PATH, number, told));
  }
}
