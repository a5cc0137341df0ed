package id.kentongan.integrations.twilio;

import id.kentongan.integrations.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What an answer of Twilio, or the error of a message that it took, means for a message.
final class Outcomes {
  static final String OUTSIDE = "outside the 24-hour window";

  /// why: only the operator can mend an account; the messages wait, they are not given up.
  private static final Duration UNTIL_MENDED = Duration.ofMinutes(1);

  /// why: zero leaves the pause, longer each time, to the retry policy, and holds no other message.
  private static final Duration GROWING = Duration.ZERO;

  /// why: when Twilio names no time; it slows the whole channel.
  private static final Duration SLOWER = Duration.ofSeconds(1);

  private Outcomes() {}

  /// The outcome of sending a message.
  static Outcome of(ApiAnswer answer) {
    return switch (answer) {
      case ApiAnswer.Done(var body) when body.path("sid").asText("").isEmpty() ->
          new Outcome.Unknown("an answer without a message");
      case ApiAnswer.Done(var body) -> new Outcome.Delivered(body.get("sid").asText());
      case ApiAnswer.Refused refused -> of(refused);
      case ApiAnswer.Unreachable(String why) -> new Outcome.Later(Duration.ZERO, why);
      case ApiAnswer.Lost(String why) -> new Outcome.Unknown(why);
    };
  }

  /// What an error code of a message means; null when the code alone does not say.
  ///
  /// Source: https://www.twilio.com/docs/api/errors, the page of each code
  static @Nullable Outcome of(int code, String why) {
    return switch (code) {
      case 63016 -> new Outcome.Never(OUTSIDE);
      // why: a limit of the sender or of the whole portfolio, 63049 one of Meta's for this person.
      case 63018, 63049 -> new Outcome.Later(GROWING, why);
      case 63024, 21610 -> new Outcome.Gone(why);
      case 63032 -> new Outcome.Never(why);
      case 20003, 20005, 20404, 63007 -> new Outcome.Later(UNTIL_MENDED, "not set up: " + why);
      case 20429 -> new Outcome.Later(SLOWER, why);
      // why: a POST is not idempotent; it may have been done.
      case 20500 -> new Outcome.Unknown(why);
      // why: the content was deleted at Twilio; it is made anew.
      case Templates.CONTENT_GONE -> new Outcome.Later(GROWING, why);
      default -> null;
    };
  }

  private static Outcome of(ApiAnswer.Refused refused) {
    String why = refused.status() + " " + refused.code() + " " + refused.message();
    if (refused.status() == 429 && !refused.retryAfter().isZero()) {
      return new Outcome.Later(refused.retryAfter(), why);
    }
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
