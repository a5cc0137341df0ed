package id.kentongan.integrations.cloudapi;

import id.kentongan.integrations.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What an answer of Meta, or the error of a message that it took, means for a message.
final class Outcomes {
  static final String OUTSIDE = "outside the 24-hour window";

  /// why: only the operator can mend an account; the messages wait, they are not given up.
  private static final Duration UNTIL_MENDED = Duration.ofMinutes(1);

  /// why: zero leaves the pause, longer each time, to the retry policy, and holds no other message.
  private static final Duration GROWING = Duration.ZERO;

  /// why: the whole number sends too much; it slows the channel.
  private static final Duration SLOWER = Duration.ofSeconds(1);

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
      case ApiAnswer.Unreachable(String why) -> new Outcome.Later(GROWING, why);
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
      case 4, 80007, 130429 -> new Outcome.Later(SLOWER, why);
      // why: limits of this person (131056 too many to one, 131049 what Meta holds back), of the
      // portfolio, or of an account that is being moved.
      case 131048, 131049, 131053, 131056, 131057, 133016 -> new Outcome.Later(GROWING, why);
      // why: no access, an account locked or unpaid, a number not registered: the operator's.
      case 3, 10, 190, 200, 368, 131005, 131031, 131042, 131045, 133010 ->
          new Outcome.Later(UNTIL_MENDED, "not set up: " + why);
      // why: a POST is not idempotent; it may have been done.
      case 1, 2, 131000, 131016 -> new Outcome.Unknown(why);
      default -> null;
    };
  }

  private static Outcome of(ApiAnswer.Refused refused) {
    String why = refused.status() + " " + refused.code() + " " + refused.message();
    Outcome known = of(refused.code(), why);
    if (known != null) {
      return known;
    }
    return switch (refused.status()) {
      case 401, 403, 404 -> new Outcome.Later(UNTIL_MENDED, "not set up: " + why);
      case 408 -> new Outcome.Later(GROWING, why);
      case 429 -> new Outcome.Later(SLOWER, why);
      default ->
          switch (refused.status() / 100) {
            case 3 -> new Outcome.Later(UNTIL_MENDED, "not set up: " + why);
            case 5 -> new Outcome.Unknown(why);
            default -> new Outcome.Never(why);
          };
    };
  }
}
