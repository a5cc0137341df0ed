package id.kentongan.bot.console;

import id.kentongan.bot.replay.Replay;
import id.kentongan.bot.web.Browser;
import id.kentongan.bot.web.Gate;
import id.kentongan.bot.web.Headers;
import id.kentongan.dialogs.content.Content;
import id.kentongan.integrations.Core;
import id.kentongan.integrations.DeadLetters;
import id.kentongan.integrations.crypto.MasterKey;
import id.kentongan.integrations.oidc.OidcProvider;
import id.kentongan.integrations.postgres.Database;
import id.kentongan.integrations.postgres.accounts.Absences;
import id.kentongan.integrations.postgres.accounts.FormTaps;
import id.kentongan.integrations.postgres.accounts.OfficerSessions;
import id.kentongan.integrations.postgres.accounts.Officers;
import id.kentongan.integrations.postgres.accounts.SecondFactors;
import id.kentongan.integrations.postgres.accounts.SignInTries;
import id.kentongan.integrations.postgres.audit.AuditTrail;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// `/console`: the doors and the pages behind them. A new page is a line in [Pages].
public final class Console {
  private final SignIn signIn;
  private final FactorDoor factor;
  private final Optional<OidcDoor> oidc;
  private final Door door;
  private final List<Page> pages;

  /// What the console works on; `config` is the folder of the content.
  public record House(
      Vertx vertx,
      Database database,
      MasterKey key,
      Path config,
      Supplier<Content> content,
      Asked asked,
      InstantSource clock) {}

  /// What pages ask beside the database: the core, `own` where memberships are kept by the
  /// gateway's own registry, a replay of what people said, where the world checks codes, or empty,
  /// whether there is a `template` by which words reach people on WhatsApp after 24 hours, and what
  /// could not be delivered.
  public record Asked(
      Core core,
      boolean own,
      Replay replay,
      String publicUrl,
      boolean template,
      DeadLetters letters) {}

  /// `provider` is where officers may sign in as well.
  public Console(House house, Browser browser, Optional<OidcProvider> provider) {
    this(house, browser, provider, System::nanoTime);
  }

  /// `nanos`: by what it is told who asks too often.
  Console(House house, Browser browser, Optional<OidcProvider> provider, LongSupplier nanos) {
    var database = house.database();
    var clock = house.clock();
    var keys = new Keys(house.key(), browser.https());
    var accounts =
        new SignIn.Accounts(
            new Officers(database, house.key(), clock),
            new OfficerSessions(database, clock),
            new SignInTries(database, house.key(), clock),
            new KnownBrowsers(house.key(), browser, clock));
    var audit = new AuditTrail(database, house.key(), clock);
    var templates = new Templates(house.content(), clock);
    var gate = new Gate(browser, nanos);
    var searches = new Searches(house.key(), browser.https(), clock);
    this.door =
        new Door(
            gate,
            new Headers(browser.https()),
            keys,
            accounts.sessions(),
            audit,
            searches,
            templates,
            new Taps(new FormTaps(database, clock), clock),
            house.asked().letters()::count);
    var hashing = new Hashing(house.vertx());
    this.signIn = new SignIn(hashing, browser, keys, accounts, door, provider.isPresent());
    this.oidc = provider.map(known -> new OidcDoor(known, browser, gate, keys, accounts, door));
    var factors = new SecondFactors(database, house.key(), clock);
    this.factor =
        new FactorDoor(new Headers(browser.https()), keys, accounts, factors, clock, door);
    this.pages = new ArrayList<>(Pages.of(house, accounts.officers()));
    pages.add(new HomePage(accounts.sessions(), keys));
    pages.add(
        new PasswordPage(
            hashing,
            accounts,
            new Absences(database, clock, house.content().get().rules().zone())));
    pages.add(new AccountsPage(hashing, accounts));
    pages.add(new AuditPage(audit, house.content()));
  }

  List<Page> pages() {
    return pages;
  }

  public void mount(Router router) {
    signIn.mount(router);
    factor.mount(router);
    oidc.ifPresent(known -> known.mount(router));
    door.mount(router, pages);
  }
}
