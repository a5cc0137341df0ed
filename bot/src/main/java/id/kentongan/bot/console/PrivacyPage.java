package id.kentongan.bot.console;

import id.kentongan.integrations.postgres.privacy.PrivacyDesk;
import id.kentongan.integrations.postgres.privacy.PrivacyDesk.Opened;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// `/console/data/:person`: for somebody who asks at the branch what is kept of them: to see it, to
/// take consents back, to have it erased.
final class PrivacyPage implements Page {
  private static final String PATH = "/data/:person";

  private final PrivacyDesk desk;

  PrivacyPage(PrivacyDesk desk) {
    this.desk = desk;
  }

  @Override
  public List<Address> addresses() {
    return List.of(
        Address.get(PATH, Permission.DECIDE, this::show),
        Address.post(PATH + "/cabut", Permission.DECIDE, this::withdraw),
        Address.post(PATH + "/hapus", Permission.DECIDE, this::erase));
  }

  private Future<Reply> show(Visit visit) {
    return desk.open(visit.name(), visit.number("person"))
        .map(
            found ->
                found
                    .map(
                        opened -> {
                          var model = new HashMap<String, Object>();
                          model.put("told", visit.query("hasil"));
                          return switch (opened) {
                            case Opened.Person person -> shown("privacy", model, person);
                            case Opened.Gone gone -> shown("privacy-gone", model, gone);
                          };
                        })
                    .orElseGet(Reply::missing));
  }

  private static Reply shown(String template, Map<String, Object> model, Opened opened) {
    model.put("it", opened);
    return Reply.shown(template, model);
  }

  private Future<Reply> withdraw(Visit visit) {
    return desk.withdraw(visit.name(), visit.number("person"))
        .map(done -> done ? back(visit, "WITHDRAWN") : Reply.missing());
  }

  /// why the word: what is erased does not come back.
  private Future<Reply> erase(Visit visit) {
    return visit.field("sure").equalsIgnoreCase("hapus")
        ? desk.erase(visit.name(), visit.number("person")).map(came -> back(visit, came.name()))
        : Future.succeededFuture(back(visit, "UNSURE"));
  }

  private static Reply back(Visit visit, String told) {
    return new Reply.See("/console/data/%d?hasil=%s".formatted(visit.number("person"), told));
  }
}
