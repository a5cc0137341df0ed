package id.kentongan.bot.console;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Goes through a page by the Tab key alone: whatever can be used must get the focus and be seen to
/// have it, and nothing may hold it fast.
final class KeyboardWalk {
  /// Those of a date have parts of their own, so that the focus stays in them for some steps.
  private static final int PARTS = 6;

  private static final String NUMBERED =
      """
      () => {
        const used = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
        const all = [...document.querySelectorAll(used)].filter(
            e => !e.disabled && e.type !== 'hidden' && e.checkVisibility());
        all.forEach((e, i) => { e.dataset.walked = i; });
        return all.map(e => e.outerHTML.slice(0, 150));
      }
      """;

  /// What has the focus gets some pictures' time to come into view: a browser with much to do
  /// scrolls later.
  private static final String FOCUSED =
      """
      async () => {
        const e = document.activeElement;
        if (!e || e === document.body) return { at: -1, seen: true };
        const seen = () => {
          const style = getComputedStyle(e);
          const box = e.getBoundingClientRect();
          const ringed = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
          return ringed && box.width > 0 && box.bottom > 0 && box.top < innerHeight
              && box.right > 0 && box.left < innerWidth;
        };
        for (let n = 0; !seen() && n < 100; n++) await new Promise(requestAnimationFrame);
        return { at: Number(e.dataset.walked ?? -1), seen: seen() };
      }
      """;

  /// What a mouse can use and the keyboard cannot.
  private static final String MOUSE_ONLY =
      """
      () => [...document.querySelectorAll('[onclick], [role=button], [hx-get], [hx-post], label')]
        .filter(e => !e.matches('a[href], button, form, input, select, textarea'))
        .filter(e => e.matches('label') ? !e.control : !/baru/.test(e.getAttribute('hx-trigger')))
        .map(e => e.outerHTML.slice(0, 150))
      """;

  private KeyboardWalk() {}

  /// Everything that is not as it should be, in words.
  static List<String> faults(Page page) {
    var faults = new ArrayList<String>();
    skip(page, faults);
    for (Object mouse : (List<?>) page.evaluate(MOUSE_ONLY)) {
      faults.add("only for a mouse: " + mouse);
    }
    List<?> all = (List<?>) page.evaluate(NUMBERED);
    Set<Integer> reached = new LinkedHashSet<>();
    int before = -2;
    int still = 0;
    for (int i = 0; i < all.size() * 2 + 20 && reached.size() < all.size(); i++) {
      page.keyboard().press("Tab");
      var focused = (Map<?, ?>) page.evaluate(FOCUSED);
      int at = ((Number) Objects.requireNonNull(focused.get("at"))).intValue();
      still = at == before ? still + 1 : 0;
      before = at;
      if (still > PARTS) {
        faults.add("the focus stays at " + (at < 0 ? "the page" : all.get(at)));
        break;
      }
      if (at >= 0 && reached.add(at) && !Boolean.TRUE.equals(focused.get("seen"))) {
        faults.add("not seen to have the focus: " + all.get(at));
      }
    }
    for (int i = 0; i < all.size(); i++) {
      if (!reached.contains(i)) {
        faults.add("not reached: " + all.get(i));
      }
    }
    return faults;
  }

  /// The first thing that Tab reaches leads past the parts of the console to the page's own.
  private static void skip(Page page, List<String> faults) {
    page.evaluate("document.activeElement.blur()");
    page.locator(".skip").focus();
    if (!page.locator(".skip").isVisible()) {
      faults.add("the way past the parts is not seen");
    }
    page.keyboard().press("Enter");
    if (!"isi".equals(page.evaluate("document.activeElement.id"))) {
      faults.add("the way past the parts leads elsewhere");
    }
  }
}
