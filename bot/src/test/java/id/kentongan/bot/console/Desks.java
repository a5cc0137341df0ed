package id.kentongan.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import id.kentongan.bot.web.Chromium;
import id.kentongan.integrations.postgres.Role;
import java.util.ArrayList;
import java.util.List;

/// An office with Chromium before it: a desk for each officer, who is in already.
final class Desks implements AutoCloseable {
  final Office office = new Office();
  private final Chromium chromium = new Chromium();
  private final List<Desktop> taken = new ArrayList<>();

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
  void leave() {
    List<Desktop> gone = List.copyOf(taken);
    taken.clear();
    gone.forEach(desk -> desk.page.context().close());
    gone.forEach(desk -> assertThat(desk.complaints).isEmpty());
  }

  @Override
  public void close() {
    chromium.close();
    office.close();
  }
}
