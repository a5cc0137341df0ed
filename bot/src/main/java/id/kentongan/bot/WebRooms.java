package id.kentongan.bot;

import id.kentongan.bot.console.Console;
import id.kentongan.bot.desk.Desk;
import id.kentongan.bot.settings.Settings;
import id.kentongan.bot.web.Browser;
import id.kentongan.bot.web.VerifyPage;
import id.kentongan.bot.web.WebChat;
import id.kentongan.dialogs.content.Content;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.WebUploads;
import id.kentongan.integrations.oidc.OidcAccess;
import id.kentongan.integrations.oidc.OidcProvider;
import id.kentongan.integrations.postgres.files.PostgresFiles;
import id.kentongan.integrations.postgres.records.Verify;
import id.kentongan.integrations.postgres.web.PostgresWebMessages;
import id.kentongan.integrations.postgres.web.PostgresWebUploads;
import id.kentongan.integrations.web.WebChannel;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// The web chat with what it keeps, the page that checks codes, the console. Closing it ends the
/// pages' open streams.
final class WebRooms implements AutoCloseable {
  private final Channel channel;
  private final WebChat chat;
  private final VerifyPage verify;
  private final Console console;

  /// What the console says, as it is now, and what it asks.
  record Spoken(Supplier<Content> content, Console.Asked asked) {}

  WebRooms(
      Base base,
      Settings settings,
      Path config,
      PostgresFiles files,
      Spoken spoken,
      Lifetime lifetime) {
    var messages = lifetime.add(new PostgresWebMessages(base.database(), base.key()));
    WebUploads uploads = new PostgresWebUploads(base.database(), files, base.key(), base.clock());
    this.channel = new WebChannel(messages, uploads, base.clock());
    boolean https = settings.publicUrl().filter(url -> url.startsWith("https:")).isPresent();
    var browser = new Browser(https, settings.http().trustedProxies());
    var zone = base.content().rules().zone();
    this.verify =
        new VerifyPage(
            new Verify(base.database(), base.key())::code,
            () -> base.content().words(),
            zone,
            browser);
    var house =
        new Console.House(
            base.vertx(),
            base.database(),
            base.key(),
            config,
            spoken.content(),
            spoken.asked(),
            base.clock());
    this.console = new Console(house, browser, provider(base, settings));
    this.chat = new WebChat(base.vertx(), browser, messages, uploads, files, base.clock());
  }

  private static Optional<OidcProvider> provider(Base base, Settings settings) {
    return settings
        .systems()
        .oidc()
        .map(
            set ->
                new OidcProvider(
                    base.vertx(),
                    new OidcAccess(
                        set.issuer().replaceAll("/+$", ""),
                        set.clientId(),
                        set.clientSecret().reveal(),
                        settings.publicUrl().orElseThrow() + "/console/oidc/kembali",
                        set.claim()),
                    base.clock()));
  }

  Channel channel() {
    return channel;
  }

  void mount(Router router, Desk desk) {
    chat.mount(router, desk::receive);
    verify.mount(router);
    console.mount(router);
  }

  @Override
  public void close() {
    chat.close();
  }
}
