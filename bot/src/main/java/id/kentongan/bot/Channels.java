package id.kentongan.bot;

import id.kentongan.bot.desk.Desk;
import id.kentongan.bot.settings.Secret;
import id.kentongan.bot.settings.Settings;
import id.kentongan.dialogs.values.Language;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Door;
import id.kentongan.integrations.Files;
import id.kentongan.integrations.Leases;
import id.kentongan.integrations.telegram.BotAccess;
import id.kentongan.integrations.telegram.TelegramApi;
import id.kentongan.integrations.telegram.TelegramChannel;
import id.kentongan.integrations.telegram.TelegramDoor;
import id.kentongan.integrations.telegram.TelegramPolling;
import id.kentongan.integrations.telegram.WebhookSecret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The messengers with credentials; a new one is a line in [#of].
final class Channels {
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private Channels() {}

  /// A messenger: how to send, where its webhook enters, and what else must run once there is a
  /// Desk.
  record Messenger(Channel channel, List<Door> doors, Starter starter) {}

  /// Starts what fetches messages by itself; gives what stops it.
  @FunctionalInterface
  interface Starter {
    AutoCloseable start(Desk desk, Leases leases);
  }

  static List<Messenger> of(Base base, Settings settings, Files files, Lifetime lifetime) {
    return List.of(settings.channels().telegram().map(t -> telegram(base, t, files, lifetime)))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Messenger telegram(
      Base base, Settings.Telegram settings, Files files, Lifetime lifetime) {
    String token = settings.botToken().reveal();
    var access = new BotAccess(URI.create(settings.apiUrl().replaceAll("/+$", "")), token);
    var api = new TelegramApi(base.vertx(), access, DEADLINE);
    lifetime.add(() -> api.close().await());
    String groups = base.content().words().say(Language.INDONESIAN, "telegram.group");
    String secret =
        settings.webhookSecret().map(Secret::reveal).orElseGet(() -> WebhookSecret.of(token));
    Door door = new TelegramDoor(secret, base.clock(), groups);
    var reader = new TelegramPolling.Reader(base.clock(), groups);
    return new Messenger(
        new TelegramChannel(api, files::read),
        settings.webhook() ? List.of(door) : List.of(),
        settings.webhook()
            ? (desk, leases) -> () -> {}
            : (desk, leases) -> polling(base, api, reader, desk, leases));
  }

  private static AutoCloseable polling(
      Base base, TelegramApi api, TelegramPolling.Reader reader, Desk desk, Leases leases) {
    var polling =
        new TelegramPolling(
            base.vertx(),
            api,
            reader,
            leases,
            inbound -> desk.receive(inbound).mapEmpty(),
            TelegramPolling.Pauses.USUAL);
    polling.start();
    return () -> polling.stop().await();
  }
}
