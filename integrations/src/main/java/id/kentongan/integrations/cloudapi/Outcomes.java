package id.kentongan.integrations.cloudapi;

import id.kentongan.integrations.Outcome;
import id.kentongan.integrations.Refusals;
import org.jspecify.annotations.Nullable;

/// What an answer of Meta, or the error of a message that it took, means for a message.
final class Outcomes {
  static final String OUTSIDE = "outside the 24-hour window";

  private Outcomes() {}

  /// The outcome of sending a message.
  static Outcome of(ApiAnswer answer) {
    return switch (answer) {
      case ApiAnswer.Done(var body) -> {
        String id = body.path("messages").path(0).path("id").asText("");
        yield id.isEmpty()
            ? new Outcome.Unknown("an answer without a message")
            : new Outcome.Delivered(id);
      }
      case ApiAnswer.Refused refused -> of(refused);
      case ApiAnswer.Unreachable(String why) -> Outcome.Later.growing(why);
      case ApiAnswer.Lost(String why) -> new Outcome.Unknown(why);
    };
  }

  /// What an error code of a message means; null when the code alone does not say.
  ///
  /// Source: https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes
  static @Nullable Outcome of(int code, String why) {
    return switch (code) {
      case 131047 -> new Outcome.Never(OUTSIDE);
      // why: not on WhatsApp, or never took its terms.
      case 131026 -> new Outcome.Gone(why);
      case 4, 80007, 130429 -> Outcome.Later.slower(why);
      // why: limits of this person (131056 too many to one, 131049 what Meta holds back), of the
      // portfolio, or of an account that is being moved.
      case 131048, 131049, 131053, 131056, 131057, 133016 -> Outcome.Later.growing(why);
      // why: no access, an account locked or unpaid, a number not registered: the operator's.
      case 3, 10, 190, 200, 368, 131005, 131031, 131042, 131045, 133010 -> Refusals.notSetUp(why);
      // why: a POST is not idempotent; it may have been done.
      case 1, 2, 131000, 131016 -> new Outcome.Unknown(why);
      default -> null;
    };
  }

  private static Outcome of(ApiAnswer.Refused refused) {
    String why = refused.status() + " " + refused.code() + " " + refused.message();
    Outcome known = of(refused.code(), why);
    return known != null ? known : Refusals.of(refused.status(), why);
  }
}
