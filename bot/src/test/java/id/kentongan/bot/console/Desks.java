package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import id.kentongan.bot.web.Chromium;
import id.kentongan.integrations.postgres.accounts.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// An office with Chromium before it: a desk for each officer, who is in already. Registered with
/// JUnit it stands for all tests of a class, after each of which everybody goes home.
final class Desks implements AfterEachCallback, AfterAllCallback {
  final Office office;
  private final Chromium chromium = new Chromium();
  private final List<Desktop> taken = new ArrayList<>();

  Desks() {
    this(new Office());
  }

  Desks(Office office) {
    this.office = office;
  }

  /// A desk at which somebody of that role sits.
  Desktop of(Role role) {
    BrowserContext context = chromium.browser.newContext();
    context.addCookies(List.of(new Cookie("petugas", office.in(role)).setUrl(office.url)));
    return taken(context);
  }

  /// A desk at which nobody is in.
  Desktop stranger() {
    return taken(chromium.browser.newContext());
  }

  private Desktop taken(BrowserContext context) {
    var desk = new Desktop(context, office.url);
    taken.add(desk);
    return desk;
  }

  /// Everybody goes home, and no desk may have complained.
  @Override
  public void afterEach(ExtensionContext test) {
    List<Desktop> gone = List.copyOf(taken);
    taken.clear();
    gone.forEach(desk -> desk.page.context().close());
    gone.forEach(desk -> assertThat(desk.complaints).isEmpty());
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    chromium.close();
    office.close();
  }
}
