package id.kentongan.integrations.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.kentongan.integrations.Door;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/// The door for Telegram's webhook: the secret that we gave with `setWebhook`, then the update.
///
/// Source: https://core.telegram.org/bots/api#setwebhook
public final class TelegramDoor implements Door {
  /// Where Telegram posts updates to, under the public address.
  public static final String PATH = "/webhooks/telegram";

  private static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";

  private final byte[] secret;
  private final UpdateReader reader;

  /// `clock` is that of the [TelegramChannel]; `groupRefusal` is what the bot says once when it is
  /// put into a group.
  public TelegramDoor(String secret, TelegramClock clock, String groupRefusal) {
    if (!secret.matches("[A-Za-z0-9_-]{1,256}")) {
      throw new IllegalArgumentException(
          "telegram.webhook-secret: 1 to 256 letters, digits, _ and -");
    }
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
    this.reader = new UpdateReader(clock, groupRefusal);
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public Admitted admit(Request request) {
    String given = request.only(HEADER).orElse("");
    if (!MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), secret)) {
      return new Admitted.Refused(401, "no or wrong secret token");
    }
    if (!request.method().equals("POST")) {
      return new Admitted.Refused(405, "another method is wanted");
    }
    return switch (reader.read(request.body().getBytes())) {
      case Reading.Came(var inbound) -> new Admitted.Events(List.of(inbound));
      case Reading.Asked asked -> new Admitted.Reply("application/json", riding(asked));
      case Reading.Nothing(String reason) -> new Admitted.Ignored(reason);
      case Reading.Unreadable() -> new Admitted.Refused(400, "not an update");
    };
  }

  /// A request that rides on the webhook's answer carries its method's name.
  ///
  /// Source: https://core.telegram.org/bots/api#making-requests-when-getting-updates
  private static String riding(Reading.Asked asked) {
    ObjectNode body = Json.MAPPER.valueToTree(asked.request());
    return body.put("method", asked.method()).toString();
  }
}
