package id.kentongan.integrations;

import java.time.Duration;

/// What became of an attempt to deliver. The adapter decides by the provider's answer; the sender
/// never guesses from a status code. `why` is for the operator, without personal data.
public sealed interface Outcome {
  /// Accepted; `providerId` is the provider's id of the message.
  record Delivered(String providerId) implements Outcome {}

  /// Not now: try again `after` (the provider's own figure, or zero to let the retry policy say).
  record Later(Duration after, String why) implements Outcome {
    /// After a pause that grows each time; it holds no other message.
    public static Later growing(String why) {
      return new Later(Duration.ZERO, why);
    }

    /// The whole number sends too much; it slows the channel.
    public static Later slower(String why) {
      return new Later(Duration.ofSeconds(1), why);
    }

    /// Only the operator can mend an account; the messages wait, they are not given up.
    public static Later untilMended(String why) {
      return new Later(Duration.ofMinutes(1), why);
    }
  }

  /// Unknown: the connection broke or the answer was lost after the request may have been taken.
  /// Settled by [Channel#settle] before sending again.
  record Unknown(String why) implements Outcome {}

  /// This message can never be delivered; it goes to the dead letters.
  record Never(String why) implements Outcome {}

  /// The person is gone: blocked us, opted out, deleted the account.
  record Gone(String why) implements Outcome {}
}
