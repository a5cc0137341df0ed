package id.kentongan.bot.settings;

import id.kentongan.bot.halt.Halting;
import id.kentongan.integrations.postgres.privacy.Retention;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Everything the operator told, checked. `dataDir` is absolute; an empty
/// section is off.
public record Settings(
    Http http,
    Place place,
    Stores stores,
    Channels channels,
    Desk desk,
    Systems systems,
    Upkeep upkeep) {
  /// How the world reaches us, where it can.
  public Optional<String> publicUrl() {
    return http.publicUrl();
  }

  public Path dataDir() {
    return place.dataDir();
  }

  public Optional<Core> core() {
    return systems.core();
  }

  public Optional<Path> keyFile() {
    return upkeep.keyFile();
  }

  /// Where this node keeps what is its own; `haltAt` is where it dies, told by `chaos` alone.
  public record Place(Path dataDir, Optional<Halting> haltAt) {}

  /// Where to listen; port 0 is any free one. What `trustedProxies` say of a caller is believed.
  public record Http(
      String host,
      int port,
      Optional<String> publicUrl,
      List<Network> trustedProxies,
      Optional<Tls> tls) {
    public Http(String host, int port, Optional<String> publicUrl, List<Network> trustedProxies) {
      this(host, port, publicUrl, trustedProxies, Optional.empty());
    }
  }

  /// What the server proves itself with, in PEM.
  public record Tls(Path certificate, Path key) {}

  /// What is taken in: of one sender `burst` messages at once and then `perMinute`; nothing new
  /// while more than `mostWaiting` effects wait. `spool`: whether messages that a provider does not
  /// repeat wait on this node's disk while Redis cannot be written. For `reviewDays` is kept,
  /// redacted, what was not understood.
  public record Desk(int burst, int perMinute, int mostWaiting, boolean spool, int reviewDays) {}

  /// External stores; an empty one is embedded.
  public record Stores(Optional<Redis> redis, Optional<Database> database) {}

  /// One address, or several of a cluster. They may hold a password. `waitReplicas`: how many
  /// replicas must have a commit. `trust`: the certificate by which a server proves itself, unless
  /// Java trusts it anyway.
  public record Redis(List<Secret> uris, boolean cluster, int waitReplicas, Optional<Path> trust) {
    /// One of our own.
    public Redis(Secret uri) {
      this(List.of(uri), false, 0, Optional.empty());
    }
  }

  /// `url` as it was told; it may hold a user and a password.
  public record Database(Secret url, Optional<String> user, Optional<Secret> password) {}

  /// The messengers with credentials.
  public record Channels(Optional<Telegram> telegram, Optional<WhatsApp> whatsapp) {}

  /// `webhook` or polling. Without `webhookSecret` one is derived from the token.
  public record Telegram(
      Secret botToken, String apiUrl, Optional<Secret> webhookSecret, boolean webhook) {}

  /// Who carries WhatsApp.
  public sealed interface WhatsApp {
    Templates templates();
  }

  /// WhatsApp by Twilio; `from` begins with `whatsapp:+`.
  public record Twilio(
      String accountSid, Secret authToken, String from, TwilioUrls urls, Templates templates)
      implements WhatsApp {}

  /// Approved templates, for what is sent outside WhatsApp's window: news, and codes.
  public record Templates(Optional<String> notice, Optional<String> code) {}

  /// WhatsApp by Meta's own Cloud API.
  public record Cloud(
      String phoneNumberId, CloudSecrets secrets, String apiUrl, Templates templates)
      implements WhatsApp {}

  /// What proves us to Meta, and Meta to us.
  public record CloudSecrets(Secret accessToken, Secret appSecret, Secret verifyToken) {}

  /// Where Twilio's APIs are.
  public record TwilioUrls(String api, String content, String messaging) {}

  /// Other systems: the authority's own, and who tells of payments, by their shared secret.
  public record Systems(Optional<Core> core, Optional<Secret> payments, Optional<Oidc> oidc) {}

  /// Where officers sign in as well; `claim` names their account.
  public record Oidc(String issuer, String clientId, Secret clientSecret, String claim) {}

  /// How the gateway is kept and watched: its master key, how old a message may be that a restored
  /// backup still sends, whether turns are logged, the collector of traces, and for how long
  /// records are kept; for how long the node is not ready before it stops; and after what time a
  /// conversation is laid to rest.
  public record Upkeep(
      Optional<Path> keyFile,
      Duration restoreSends,
      boolean logTurns,
      Optional<String> tracing,
      Retention.Days retention,
      Optional<Duration> drain,
      Duration idle) {}

  /// The authority's own system of record.
  public record Core(String apiUrl, Optional<Secret> apiKey) {}
}
