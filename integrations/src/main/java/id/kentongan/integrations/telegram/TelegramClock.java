package id.kentongan.integrations.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/// Our clock, and how far it is ahead of Telegram's: words come with Telegram's time and taps with
/// none, and which was first must not depend on two clocks. Learnt from the dates that Telegram
/// gives our own messages; zero until then. Safe for any thread.
///
/// Source: https://core.telegram.org/bots/api#message (`date`, in whole seconds)
public final class TelegramClock {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final InstantSource ours;
  private volatile Duration ahead = Duration.ZERO;

  public TelegramClock(InstantSource ours) {
    this.ours = ours;
  }

  Instant now() {
    return ours.instant();
  }

  /// By our clock, a date that Telegram gave.
  Instant at(int date) {
    return Instant.ofEpochSecond(date).plus(ahead);
  }

  /// The same; what Telegram dated between the question and the answer teaches.
  Future<ApiAnswer> over(Supplier<Future<ApiAnswer>> call) {
    Instant asked = now();
    return call.get()
        .onSuccess(
            answer -> {
              if (answer instanceof ApiAnswer.Done(JsonNode message)) {
                learn(message.path("date").asInt(0), asked, now());
              }
            });
  }

  /// why as little as possible: while the clocks agree to a second it stays what it was.
  private synchronized void learn(int date, Instant asked, Instant answered) {
    Instant began = Instant.ofEpochSecond(date);
    Duration least = Duration.between(began.plus(SECOND), asked);
    Duration most = Duration.between(began, answered);
    if (date <= 0 || least.compareTo(most) > 0) {
      return;
    }
    Duration known = ahead;
    ahead = known.compareTo(least) < 0 ? least : known.compareTo(most) > 0 ? most : known;
  }
}
