package id.kentongan.bot.console;

import id.kentongan.integrations.postgres.accounts.OfficerSessions.Holder;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A request of an officer who signed in. `token` is the session's, as the browser sent it; and
/// `sought` what they last looked for on this page, where they come back to that.
record Visit(
    RoutingContext route, Holder officer, String token, String csrf, Map<String, String> sought) {
  /// The fields that may stand in an address. Nothing of them is anybody's: what is typed is
  /// posted, so that it comes into no history, bookmark or log of a proxy.
  static final Set<String> OF_NOBODY =
      Set.of(
          "absen",
          "belum",
          "berkas",
          "diterima",
          "hari",
          "dari",
          "hasil",
          "keadaan",
          Searches.AGAIN,
          "punya",
          "sebelum",
          "sisa",
          "tanda");

  private static final int LONGEST = 4000;

  String name() {
    return officer.name();
  }

  /// A part of the path.
  String path(String part) {
    String value = route.pathParam(part);
    return value == null ? "" : value;
  }

  /// A part of the path that is a number; -1 for any other.
  long number(String part) {
    String value = path(part);
    return value.matches("[0-9]{1,18}") ? Long.parseLong(value) : -1;
  }

  /// A field of the form, without what is not text; empty when it is not there.
  String field(String field) {
    String typed = route.request().getFormAttribute(field);
    return clean(typed == null ? sought.get(field) : typed);
  }

  /// A field that is a whole file, as it was typed.
  String text(String field) {
    String value = route.request().getFormAttribute(field);
    return value == null ? "" : value.replace("\r\n", "\n").replace('\r', '\n');
  }

  /// A field of the address, or the same of a form; any other than [#OF_NOBODY] is refused.
  String query(String field) {
    if (!OF_NOBODY.contains(field)) {
      throw new IllegalArgumentException(field + " may not stand in an address");
    }
    String told = route.request().getParam(field);
    return clean(told == null ? sought.get(field) : told);
  }

  /// Whether a form was sent.
  boolean posted() {
    return route.request().method().equals(HttpMethod.POST);
  }

  /// Whether only a part of the page is wanted.
  boolean part() {
    return route.request().getHeader("HX-Request") != null
        && route.request().getHeader("HX-Boosted") == null;
  }

  private static String clean(@Nullable String value) {
    if (value == null) {
      return "";
    }
    String text = value.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", "").strip();
    return text.substring(0, Math.min(LONGEST, text.length()));
  }
}
