package id.kentongan.integrations.twilio;

import id.kentongan.integrations.Outcome;
import id.kentongan.integrations.Refusals;
import org.jspecify.annotations.Nullable;

/// What an answer of Twilio, or the error of a message that it took, means for a message.
final class Outcomes {
  static final String OUTSIDE = "outside the 24-hour window";

  private Outcomes() {}

  /// The outcome of sending a message.
  static Outcome of(ApiAnswer answer) {
    return switch (answer) {
      case ApiAnswer.Done(var body) when body.path("sid").asText("").isEmpty() ->
          new Outcome.Unknown("an answer without a message");
      case ApiAnswer.Done(var body) -> new Outcome.Delivered(body.get("sid").asText());
      case ApiAnswer.Refused refused -> of(refused);
      case ApiAnswer.Unreachable(String why) -> Outcome.Later.growing(why);
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
      case 63018, 63049 -> Outcome.Later.growing(why);
      case 63024, 21610 -> new Outcome.Gone(why);
      case 63032 -> new Outcome.Never(why);
      case 20003, 20005, 20404, 63007 -> Refusals.notSetUp(why);
      case 20429 -> Outcome.Later.slower(why);
      // why: a POST is not idempotent; it may have been done.
      case 20500 -> new Outcome.Unknown(why);
      // why: the content was deleted at Twilio; it is made anew.
      case Templates.CONTENT_GONE -> Outcome.Later.growing(why);
      default -> null;
    };
  }

  private static Outcome of(ApiAnswer.Refused refused) {
    String why = refused.status() + " " + refused.code() + " " + refused.message();
    if (refused.status() == 429 && !refused.retryAfter().isZero()) {
      return new Outcome.Later(refused.retryAfter(), why);
    }
    Outcome known = of(refused.code(), why);
    return known != null ? known : Refusals.of(refused.status(), why);
  }
}
