package id.kentongan.integrations.telegram;

import id.kentongan.integrations.Outcome;
import java.util.List;

/// What an answer of the Bot API means for a message.
final class Outcomes {
  /// Descriptions of 400 that mean the person and not the message.
  private static final List<String> NOBODY =
      List.of("chat not found", "user not found", "peer_id_invalid", "user is deactivated");

  private Outcomes() {}

  static Outcome of(ApiAnswer answer) {
    return switch (answer) {
      case ApiAnswer.Done(var result) ->
          new Outcome.Delivered(result.path("message_id").asText(""));
      case ApiAnswer.Refused refused -> of(refused);
      case ApiAnswer.Unreachable(String why) -> Outcome.Later.growing(why);
      case ApiAnswer.Lost(String why) -> new Outcome.Unknown(why);
    };
  }

  private static Outcome of(ApiAnswer.Refused refused) {
    String why = refused.code() + " " + refused.description();
    return switch (refused.code()) {
      case 401, 404 -> Outcome.Later.untilMended("the bot token is refused: " + why);
      case 403 -> new Outcome.Gone(why);
      case 400 -> nobody(refused) ? new Outcome.Gone(why) : new Outcome.Never(why);
      case 409, 429 -> new Outcome.Later(refused.retryAfter(), why);
      default ->
          refused.code() / 100 == 4
              ? new Outcome.Never(why)
              : new Outcome.Later(refused.retryAfter(), why);
    };
  }

  private static boolean nobody(ApiAnswer.Refused refused) {
    String description = refused.description().toLowerCase(java.util.Locale.ROOT);
    return NOBODY.stream().anyMatch(description::contains);
  }
}
