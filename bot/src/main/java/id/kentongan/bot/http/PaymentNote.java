package id.kentongan.bot.http;

import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.integrations.Payment;
import id.kentongan.integrations.Payment.Payer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/// Reads the body of a payment notice, as the contract at `/api/openapi.yaml` has it.
final class PaymentNote {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
  private static final Pattern ENROLMENT = Pattern.compile("DFT-[0-9]{4}-[0-9]{6,9}");
  private static final Pattern NIK = Pattern.compile("[0-9]{16}");
  private static final Pattern CHANNEL = Pattern.compile("[\\p{L}\\p{N} ._/+-]{1,40}");
  private static final long MOST = 1_000_000_000L;
  private static final Duration AHEAD = Duration.ofMinutes(10);
  private static final Duration BACK = Duration.ofDays(3653);

  private PaymentNote() {}

  /// A payment, or what is wrong with the notice, without what it said.
  sealed interface Read {
    record Good(Payment payment) implements Read {}

    record Bad(String why) implements Read {}
  }

  static Read of(Buffer body, Instant now) {
    try {
      return read(new JsonObject(body), now);
    } catch (DecodeException | ClassCastException | DateTimeException e) {
      return new Read.Bad("the body is not the JSON of a payment");
    }
  }

  private static Read read(JsonObject json, Instant now) {
    String id = text(json, "id");
    String nik = text(json, "nik");
    String enrolment = text(json, "enrolment");
    String channel = text(json, "channel");
    Object amount = json.getValue("amount");
    if (!ID.matcher(id).matches()) {
      return new Read.Bad("id: 1 to 64 letters, digits, . _ : -");
    }
    if (nik.isEmpty() == enrolment.isEmpty()) {
      return new Read.Bad("one of nik and enrolment");
    }
    if (!nik.isEmpty() && !NIK.matcher(nik).matches()) {
      return new Read.Bad("nik: 16 digits");
    }
    if (!enrolment.isEmpty() && !ENROLMENT.matcher(enrolment).matches()) {
      return new Read.Bad("enrolment: like DFT-2026-000123");
    }
    if (!(amount instanceof Integer || amount instanceof Long)
        || ((Number) amount).longValue() < 1
        || ((Number) amount).longValue() > MOST) {
      return new Read.Bad("amount: whole rupiah, 1 to " + MOST);
    }
    if (!CHANNEL.matcher(channel).matches()) {
      return new Read.Bad("channel: 1 to 40 letters and digits");
    }
    Instant paid = OffsetDateTime.parse(text(json, "paid_at")).toInstant();
    if (paid.isAfter(now.plus(AHEAD))) {
      return new Read.Bad("paid_at: not in the future");
    }
    if (paid.isBefore(now.minus(BACK))) {
      return new Read.Bad("paid_at: within the last ten years");
    }
    Payer payer = nik.isEmpty() ? new Payer.ByEnrolment(enrolment) : new Payer.ByNik(new Nik(nik));
    var rupiah = new Rupiah(((Number) amount).longValue());
    return new Read.Good(new Payment(id, payer, rupiah, paid, channel));
  }

  /// Empty when it is not there, or null.
  private static String text(JsonObject json, String name) {
    String value = json.getString(name);
    return value == null ? "" : value;
  }
}
