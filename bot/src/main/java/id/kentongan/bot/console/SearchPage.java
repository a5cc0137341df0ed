package id.kentongan.bot.console;

import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.integrations.postgres.officers.PeopleSearch;
import id.kentongan.integrations.postgres.officers.PeopleSearch.By;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `/console/cari`: people by name, village, NIK, phone, or the number of a matter; what was typed
/// says which.
final class SearchPage implements Page {
  private static final int MOST = 50;

  private final PeopleSearch search;

  SearchPage(PeopleSearch search) {
    this.search = search;
  }

  @Override
  public List<Address> addresses() {
    return List.of(
        Address.get("/cari", Permission.TALK, this::find),
        Address.search("/cari", Permission.TALK));
  }

  private static Reply form() {
    return Reply.shown("search", Map.of("asked", "", "in", "", "found", List.of(), "most", MOST));
  }

  private Future<Reply> find(Visit visit) {
    String asked = visit.field("apa");
    String in = visit.field("di");
    Optional<By> by = by(asked, in);
    if (by.isEmpty()) {
      return Future.succeededFuture(form());
    }
    return search
        .find(visit.name(), by.get(), MOST)
        .map(
            found ->
                Reply.shown(
                    "search", Map.of("asked", asked, "in", in, "found", found, "most", MOST)));
  }

  static Optional<By> by(String asked, String in) {
    if (asked.length() < 3) {
      return Optional.empty();
    }
    String digits = asked.replaceAll("[ .-]", "");
    if (in.equals("desa") || asked.matches("[0-9]{2}(\\.[0-9]{2}){1,2}(\\.[0-9]{4})?")) {
      return Optional.of(new By.Village(asked));
    }
    if (digits.matches("[0-9]{16}")) {
      return Optional.of(new By.ByNik(new Nik(digits)));
    }
    if (digits.matches("(\\+62|62|0)8[0-9]{7,11}")) {
      return Optional.of(
          new By.ByPhone(new Phone("+62" + digits.replaceFirst("^(\\+62|62|0)", ""))));
    }
    String number = asked.toUpperCase(Locale.ROOT);
    return Optional.of(
        number.matches("[A-Z]{3}-[0-9]{4}-[0-9]{6,9}")
            ? new By.Matter(number)
            : new By.Name(asked));
  }
}
