package id.kentongan.integrations;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.EnrollmentForm;
import id.kentongan.dialogs.values.Nik;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The system of record for memberships: the gateway's own registry, or the authority's own system
/// over HTTP. Idempotent by `key`. A failed future means: try again later.
public interface Core {
  /// Registers an enrolment. Answer: `Enrolled` is completed by the caller; here the core's
  /// decision.
  Future<Decision> enroll(String key, EnrollmentForm form);

  /// The membership of a person by NIK, as it stands on `day`; empty when unknown.
  Future<Optional<Member>> member(Nik nik, LocalDate day);

  /// A membership in the core.
  record Member(String reference, String name, LocalDate birthDate, Answer.Membership membership) {}

  /// The core took the enrolment, with its own reference and a payment code if it gives one; or
  /// refused, with the key of the words that say why.
  sealed interface Decision {
    record Taken(String reference, @Nullable String paymentCode) implements Decision {}

    record Refused(String reason) implements Decision {}
  }
}
