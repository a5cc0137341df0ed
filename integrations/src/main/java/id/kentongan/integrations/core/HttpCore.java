package id.kentongan.integrations.core;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.integrations.Core;
import id.kentongan.integrations.Exchanged.Answered;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The core over HTTP, by `docs/core-api.yaml`. Personal data travels in bodies only, never in an
/// address; a key says nothing of the conversation it comes from.
public final class HttpCore implements Core, AutoCloseable {
  private static final Set<String> REASONS = Set.of("already-member", "not-accepted");
  private final CoreRequests requests;

  public HttpCore(Vertx vertx, CoreAccess access) {
    this.requests = new CoreRequests(vertx, access);
  }

  @Override
  public Future<Decision> enroll(String key, EnrollmentForm form) {
    return requests
        .post("/v1/enrollments", hashed(key), CoreJson.enrollment(form))
        .compose(answered -> understood(answered, HttpCore::decision));
  }

  /// why a key of its own for each look: the answer may be another in an hour, and under the same
  /// key the core must give the first one again. And of the few NIK there are all can be tried.
  @Override
  public Future<Optional<Member>> member(Nik nik, LocalDate day) {
    var body = new JsonObject().put("nik", nik.digits()).put("day", day.toString());
    return requests
        .post("/v1/members/search", UUID.randomUUID().toString().replace("-", ""), body)
        .compose(answered -> understood(answered, HttpCore::found));
  }

  @Override
  public void close() {
    requests.close();
  }

  private static Decision decision(Answered answered) {
    return switch (answered.status()) {
      case 200, 201 -> taken(answered.body().toJsonObject());
      case 409 -> new Decision.Refused("already-member");
      case 422 -> new Decision.Refused(reason(answered.body().toJsonObject().getString("reason")));
      default -> throw new IllegalArgumentException("status " + answered.status());
    };
  }

  private static Decision taken(JsonObject body) {
    return new Decision.Taken(text(body, "reference"), body.getString("paymentCode"));
  }

  private static Optional<Member> found(Answered answered) {
    return switch (answered.status()) {
      case 404 -> Optional.empty();
      case 200 -> Optional.of(member(answered.body().toJsonObject()));
      default -> throw new IllegalArgumentException("status " + answered.status());
    };
  }

  private static Member member(JsonObject body) {
    JsonObject m = body.getJsonObject("membership");
    Set<Programme> programmes = EnumSet.noneOf(Programme.class);
    m.getJsonArray("programmes").forEach(p -> programmes.add(Programme.valueOf(p.toString())));
    String paidUntil = m.getString("paidUntil");
    String since = m.getString("since");
    return new Member(
        text(body, "reference"),
        text(body, "name"),
        LocalDate.parse(text(body, "birthDate")),
        new Answer.Membership(
            standing(text(m, "standing")),
            text(m, "kpj"),
            programmes,
            paidUntil == null ? null : YearMonth.parse(paidUntil),
            since == null ? null : LocalDate.parse(since)));
  }

  private static Answer.Standing standing(String text) {
    return Answer.Standing.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /// A reason that has no words is told as a plain refusal.
  private static String reason(@Nullable String told) {
    return told != null && REASONS.contains(told) ? told : "not-accepted";
  }

  private static String text(JsonObject body, String field) {
    String value = body.getString(field);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("no " + field);
    }
    return value;
  }

  private interface Reader<T> {
    T read(Answered answered);
  }

  /// Reads an answer; one that is not by the contract is as good as none.
  private static <T> Future<T> understood(Answered answered, Reader<T> reader) {
    try {
      return Future.succeededFuture(reader.read(answered));
    } catch (RuntimeException e) {
      // why: the cause may quote the body, which is personal
      return Future.failedFuture(
          new CoreRequests.CoreDown(
              "the core's answer with status "
                  + answered.status()
                  + " is not by docs/core-api.yaml"));
    }
  }

  private static String hashed(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
