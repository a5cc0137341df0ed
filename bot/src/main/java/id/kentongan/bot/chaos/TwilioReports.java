package id.kentongan.bot.chaos;

import id.kentongan.bot.bench.Posted;
import id.kentongan.bot.bench.TwilioForms;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Reports on messages: late, in any order, some twice.
///
/// Source: https://www.twilio.com/docs/messaging/guides/track-outbound-message-status
final class TwilioReports {
  private static final List<String> STATES = List.of("queued", "sent", "delivered", "read");
  private static final int LATEST_MILLIS = 4_000;

  private final Vertx vertx;
  private final TwilioForms forms;
  private final Random random;
  private final Consumer<Posted> reports;

  TwilioReports(Vertx vertx, TwilioForms forms, long seed, Consumer<Posted> reports) {
    this.vertx = vertx;
    this.forms = forms;
    this.random = new Random(seed);
    this.reports = reports;
  }

  /// `callback` as the gateway gave it, under its public address.
  void begin(String sid, String to, String callback) {
    var states = new ArrayList<>(STATES);
    Collections.shuffle(states, random);
    states.add(states.get(random.nextInt(STATES.size())));
    String uri = callback.replaceFirst("^https?://[^/]+", "");
    for (String state : states) {
      var form = new TreeMap<String, String>();
      form.put("MessageSid", sid);
      form.put("MessageStatus", state);
      form.put("To", to);
      vertx.setTimer(
          1 + random.nextInt(LATEST_MILLIS), due -> reports.accept(forms.posted(uri, form)));
    }
  }
}
