package id.kentongan.bot.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One setting: its name, what its value may be, whether it may be empty, and what it is for.
record Setting(String name, Kind kind, boolean needed, String purpose) {
  /// Every setting there is, in the order of the documentation.
  static final List<Setting> ALL =
      List.of(
          needed(
              "http.host", Kind.HOST, "The address to listen on; loopback unless told otherwise"),
          needed("http.port", Kind.PORT, "The port to listen on"),
          may(
              "http.trusted-proxies",
              Kind.NETWORKS,
              "Proxies in front of this gateway, whose `X-Forwarded-For` is believed; nobody else's"
                  + " is, and limits count by the caller's address"),
          may(
              "http.tls-certificate",
              Kind.FILE,
              "The server's certificate with those above it, in PEM; with it only TLS is spoken"),
          may("http.tls-key", Kind.FILE, "The certificate's key, in PEM"),
          may("public-url", Kind.URL, "How the world reaches this gateway; webhooks need it"),
          needed("data-dir", Kind.FOLDER, "Embedded stores, keys and logs"),
          may("redis.uri", Kind.REDIS, "Empty: a Redis of our own in `data-dir`"),
          needed("redis.cluster", Kind.YES_NO, "Whether `redis.uri` names a Redis Cluster"),
          may(
              "redis.wait-replicas",
              Kind.REPLICAS,
              "How many replicas must have a message before it is confirmed, as far as there are"
                  + " any; empty: 1 on a cluster, otherwise 0"),
          may(
              "redis.trust",
              Kind.FILE,
              "The certificate (PEM) by which the server of a `rediss://` proves itself; empty:"
                  + " what Java trusts"),
          may("database.url", Kind.DATABASE, "Empty: a PostgreSQL of our own in `data-dir`"),
          may("database.user", Kind.TEXT, "The user, unless the address names it"),
          may("database.password", Kind.SECRET, "The password, unless the address names it"),
          may("telegram.bot-token", Kind.TELEGRAM_TOKEN, "Empty: Telegram is off"),
          needed("telegram.api-url", Kind.URL, "Where the Bot API is"),
          may(
              "telegram.webhook-secret",
              Kind.TELEGRAM_SECRET,
              "What Telegram shows us; empty: derived from the bot token"),
          may(
              "telegram.mode",
              Kind.TELEGRAM_MODE,
              "Empty: `webhook` with a `public-url`, otherwise `polling`"),
          may(
              "whatsapp.provider",
              Kind.WHATSAPP_PROVIDER,
              "Who carries WhatsApp; needed when both are set up, conversations go on either way"),
          may("twilio.account-sid", Kind.TWILIO_ACCOUNT, "Empty: WhatsApp by Twilio is off"),
          may("twilio.auth-token", Kind.SECRET, "The account's token; it signs the webhooks"),
          may("twilio.whatsapp-from", Kind.WHATSAPP_NUMBER, "The number that people write to"),
          needed("twilio.api-url", Kind.URL, "Where Twilio's API is"),
          needed("twilio.content-api-url", Kind.URL, "Where Twilio's Content API is"),
          may(
              "twilio.messaging-api-url",
              Kind.URL,
              "Where the typing indicator is; empty: https://messaging.twilio.com, or"
                  + " `twilio.api-url` where that is another than Twilio's"),
          may(
              "twilio.notice-template",
              Kind.TWILIO_CONTENT,
              "An approved template with the text as its only variable, for news after 24 hours"),
          may(
              "twilio.code-template",
              Kind.TWILIO_CONTENT,
              "An approved template of the category authentication, for codes to the phone in a"
                  + " record; empty: no such codes are offered"),
          may(
              "whatsapp-cloud.phone-number-id",
              Kind.CLOUD_NUMBER,
              "Empty: WhatsApp by Meta's Cloud API is off"),
          may("whatsapp-cloud.access-token", Kind.SECRET, "A system user's token; it sends"),
          may("whatsapp-cloud.app-secret", Kind.SECRET, "The app's secret; it signs the webhooks"),
          may(
              "whatsapp-cloud.verify-token",
              Kind.SECRET,
              "A word of your own, told to Meta with the webhook's address"),
          needed("whatsapp-cloud.api-url", Kind.URL, "Where the Graph API is, with its version"),
          may(
              "whatsapp-cloud.notice-template",
              Kind.CLOUD_TEMPLATE,
              "An approved Indonesian template with the text as its body's only variable, for news"
                  + " after 24 hours"),
          may(
              "whatsapp-cloud.code-template",
              Kind.CLOUD_TEMPLATE,
              "An approved template of the category authentication with a button that copies the"
                  + " code; empty: no codes are offered"),
          needed("desk.burst", Kind.COUNT, "How many messages one sender may send at once"),
          needed("desk.per-minute", Kind.COUNT, "How many messages a minute after that"),
          needed(
              "desk.most-waiting",
              Kind.COUNT,
              "Nothing new is taken while more effects than these wait to be done"),
          needed(
              "desk.spool",
              Kind.YES_NO,
              "While Redis cannot be written, keep messages that their provider does not repeat"
                  + " (Twilio's) on this node's disk; `false`: they are refused and lost"),
          needed(
              "conversation.idle-days",
              Kind.COUNT,
              "After how many days without a message a conversation leaves Redis's memory for the"
                  + " records; it is back with the next message"),
          needed(
              "learning.review-days",
              Kind.COUNT,
              "For how many days messages that were not understood are kept, redacted"),
          may("core.api-url", Kind.URL, "Empty: the gateway's own registry keeps memberships"),
          may("core.api-key", Kind.SECRET, "The key that the core system gave us"),
          may(
              "oidc.issuer",
              Kind.URL,
              "Where officers may sign in as well (OpenID Connect); set /console/oidc/kembali below"
                  + " public-url as the address to come back to"),
          may("oidc.client-id", Kind.TEXT, "What the provider calls this installation"),
          may("oidc.client-secret", Kind.SECRET, "The secret that the provider gave us"),
          needed("oidc.claim", Kind.TEXT, "The claim of the identity token that names the account"),
          may(
              "payments.secret",
              Kind.SECRET,
              "What payment notices are signed with; empty: none are taken"),
          may(
              "privacy.key-file",
              Kind.FILE,
              "The master key; made for empty embedded stores, otherwise it must be given"),
          needed(
              "restore.send-minutes",
              Kind.COUNT,
              "After a restore, messages that waited for longer than this are not sent but listed"
                  + " among the dead letters"),
          needed(
              "retention.message-days",
              Kind.COUNT,
              "For how many days what was said is kept, with officers' notes, web pages of it and"
                  + " files that belong to no claim or accident"),
          needed(
              "retention.ticket-days",
              Kind.COUNT,
              "For how many days a question to an officer is kept after it is done"),
          needed(
              "retention.draft-days",
              Kind.COUNT,
              "For how many days a half-filled form can be found again"),
          needed(
              "retention.notice-days",
              Kind.COUNT,
              "For how many days news is kept after its conversation had it"),
          may(
              "stop.drain-seconds",
              Kind.COUNT,
              "For how long a node that is told to stop is not ready but takes what comes, so that"
                  + " a proxy sends people elsewhere; empty: it stops at once"),
          needed(
              "log.turns",
              Kind.YES_NO,
              "A line in the log for each turn and each attempt at an effect, with pseudonyms"),
          may(
              "tracing.otlp-url",
              Kind.URL,
              "An OpenTelemetry collector that takes OTLP over HTTP, http://localhost:4318; empty:"
                  + " no traces"),
          may(
              "chaos.halt-at",
              Kind.HALT,
              "Only for `./kentongan chaos`, refused everywhere else: the process ends there"));

  static final Map<String, Setting> BY_NAME =
      ALL.stream().collect(Collectors.toMap(Setting::name, Function.identity()));

  /// The environment's name for it: `http.port` is `KENTONGAN_HTTP_PORT`.
  String variable() {
    return "KENTONGAN_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static Setting needed(String name, Kind kind, String purpose) {
    return new Setting(name, kind, true, purpose);
  }

  private static Setting may(String name, Kind kind, String purpose) {
    return new Setting(name, kind, false, purpose);
  }
}
