package id.kentongan.integrations.telegram;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How long polling waits after failures in a row, and what it says of them: each trouble once,
/// until polling went well again.
final class Patience {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramPolling.class);

  private final Duration first;
  private final Duration longest;
  private int failures;
  private String trouble = "";

  Patience(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
  }

  /// The pause after one more failure: twice the last, up to the longest.
  Duration failed(String why) {
    if (!why.equals(trouble)) {
      LOG.warn("polling Telegram: {}; trying again", why);
      trouble = why;
    }
    Duration pause = first.multipliedBy(1L << Math.min(failures, 16));
    failures++;
    return pause.compareTo(longest) > 0 ? longest : pause;
  }

  Duration well() {
    if (!trouble.isEmpty()) {
      LOG.info("polling Telegram goes well again");
      trouble = "";
    }
    failures = 0;
    return Duration.ZERO;
  }
}
