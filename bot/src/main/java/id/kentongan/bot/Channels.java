package id.kentongan.bot;

import id.kentongan.bot.desk.Desk;
import id.kentongan.bot.http.MediaLinks;
import id.kentongan.bot.settings.Secret;
import id.kentongan.bot.settings.Settings;
import id.kentongan.dialogs.values.Language;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Door;
import id.kentongan.integrations.Files;
import id.kentongan.integrations.Leases;
import id.kentongan.integrations.Sightings;
import id.kentongan.integrations.cloudapi.CloudAccount;
import id.kentongan.integrations.cloudapi.CloudApi;
import id.kentongan.integrations.cloudapi.CloudChannel;
import id.kentongan.integrations.cloudapi.CloudDoor;
import id.kentongan.integrations.crypto.BlindIndex;
import id.kentongan.integrations.postgres.journal.PostgresDeliveries;
import id.kentongan.integrations.telegram.ApiAnswer;
import id.kentongan.integrations.telegram.BotAccess;
import id.kentongan.integrations.telegram.TelegramApi;
import id.kentongan.integrations.telegram.TelegramChannel;
import id.kentongan.integrations.telegram.TelegramClock;
import id.kentongan.integrations.telegram.TelegramDoor;
import id.kentongan.integrations.telegram.TelegramPolling;
import id.kentongan.integrations.telegram.TelegramSetup;
import id.kentongan.integrations.telegram.WebhookSecret;
import id.kentongan.integrations.twilio.TwilioAccount;
import id.kentongan.integrations.twilio.TwilioAddresses;
import id.kentongan.integrations.twilio.TwilioApi;
import id.kentongan.integrations.twilio.TwilioChannel;
import id.kentongan.integrations.twilio.TwilioDoor;
import id.kentongan.integrations.twilio.TwilioStatusDoor;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The messengers with credentials; a new one is a line in [#of].
final class Channels {
  private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  /// why: with the second that content may take and a new connection it must fit an attempt.
  private static final Duration TWILIO_DEADLINE = Duration.ofMillis(3500);

  private static final Duration SETTLE_PAUSE = Duration.ofSeconds(1);

  private Channels() {}

  /// A messenger: how to send, where its webhook enters, whether it repeats what got a 503 (what
  /// one says that does not is spooled), and what else must run once there is a Desk.
  record Messenger(Channel channel, List<Door> doors, boolean repeats, Starter starter) {}

  /// Starts what fetches messages by itself; gives what stops it.
  @FunctionalInterface
  interface Starter {
    AutoCloseable start(Desk desk, Leases leases);
  }

  static List<Messenger> of(
      Base base, Settings settings, Files files, MediaLinks media, Lifetime lifetime) {
    String publicUrl = settings.publicUrl().orElse("");
    return List.of(
            settings.channels().telegram().map(t -> telegram(base, t, files, lifetime)),
            settings
                .channels()
                .whatsapp()
                .map(
                    w ->
                        switch (w) {
                          case Settings.Twilio t -> twilio(base, t, publicUrl, media, lifetime);
                          case Settings.Cloud c -> cloud(base, c, files, lifetime);
                        }))
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
    var clock = new TelegramClock(base.clock());
    Door door = new TelegramDoor(secret, clock, groups);
    var reader = new TelegramPolling.Reader(clock, groups);
    return new Messenger(
        new TelegramChannel(api, clock, files::read),
        settings.webhook() ? List.of(door) : List.of(),
        true,
        (desk, leases) -> {
          tellCommands(base, api);
          return settings.webhook() ? () -> {} : polling(base, api, reader, desk, leases);
        });
  }

  private static Messenger twilio(
      Base base, Settings.Twilio settings, String publicUrl, MediaLinks media, Lifetime lifetime) {
    var account =
        new TwilioAccount(settings.accountSid(), settings.authToken().reveal(), settings.from());
    Settings.TwilioUrls urls = settings.urls();
    var addresses =
        new TwilioAddresses(
            URI.create(urls.api()), URI.create(urls.content()), URI.create(urls.messaging()));
    var api = new TwilioApi(base.vertx(), account, addresses, TWILIO_DEADLINE);
    lifetime.add(() -> api.close().await());
    var terms =
        new TwilioChannel.Terms(
            publicUrl,
            media::to,
            base.content().words().say(Language.INDONESIAN, "whatsapp.list"),
            new TwilioChannel.Approved(
                settings.templates().notice().orElse(null),
                settings.templates().code().orElse(null)),
            SETTLE_PAUSE);
    Sightings sightings = sightings(base);
    return new Messenger(
        new TwilioChannel(base.vertx(), api, terms, sightings, base.clock()),
        List.of(
            new TwilioDoor(publicUrl, account, base.clock()),
            new TwilioStatusDoor(publicUrl, account, sightings, base.clock())),
        false,
        (desk, leases) -> () -> {});
  }

  private static Messenger cloud(
      Base base, Settings.Cloud settings, Files files, Lifetime lifetime) {
    Settings.CloudSecrets secrets = settings.secrets();
    var account =
        new CloudAccount(
            settings.phoneNumberId(),
            secrets.accessToken().reveal(),
            secrets.appSecret().reveal(),
            secrets.verifyToken().reveal());
    var api = new CloudApi(base.vertx(), account, URI.create(settings.apiUrl()), DEADLINE);
    lifetime.add(() -> api.close().await());
    var terms =
        new CloudChannel.Terms(
            files::read,
            base.content().words().say(Language.INDONESIAN, "whatsapp.list"),
            new CloudChannel.Approved(
                settings.templates().notice().orElse(null),
                settings.templates().code().orElse(null)),
            SETTLE_PAUSE);
    return new Messenger(
        new CloudChannel(base.vertx(), api, terms, sightings(base), base.clock()),
        List.of(new CloudDoor(account, base.clock())),
        true,
        (desk, leases) -> () -> {});
  }

  private static Sightings sightings(Base base) {
    var deliveries = new PostgresDeliveries(base.database(), base.key(), base.clock());
    return new Sightings(new BlindIndex(base.key()), deliveries);
  }

  /// Best effort: the chat's menu is a convenience, the words work without it.
  private static void tellCommands(Base base, TelegramApi api) {
    new TelegramSetup(api)
        .setCommands(base.content().words().under(Language.INDONESIAN, "telegram.command."))
        .map(ApiAnswer::fault)
        .otherwise(lost -> Optional.of(lost.toString()))
        .onSuccess(
            fault -> fault.ifPresent(f -> LOG.warn("Telegram did not take the commands: {}", f)));
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
