package id.kentongan.bot.console;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.mind.DialogMap;
import id.kentongan.dialogs.values.Language;
import id.kentongan.integrations.postgres.journal.StateDays;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.Supplier;

/// `/console/peta`: all dialogs as the code has them, with how many conversations went where and
/// stopped; a state of them day by day.
final class MapPage implements Page {
  private static final String PATH = "/peta";
  private static final int MONTH = 30;
  private static final List<Integer> SPANS = List.of(1, 7, MONTH);

  private final DialogMap map = DialogMap.standard();
  private final StateDays days;
  private final Supplier<Content> content;

  MapPage(StateDays days, Supplier<Content> content) {
    this.days = days;
    this.content = content;
  }

  private String label(String state) {
    Words words = content.get().words();
    String key = "console.step." + state;
    return words.has(key) ? words.say(Language.INDONESIAN, key) : state;
  }

  @Override
  public List<Address> addresses() {
    return List.of(
        Address.get(PATH, Permission.REPORTS, this::show),
        Address.get(PATH + "/:state", Permission.REPORTS, this::state));
  }

  private Future<Reply> show(Visit visit) {
    int span =
        SPANS.stream()
            .filter(one -> visit.query("hari").equals(one.toString()))
            .findFirst()
            .orElse(SPANS.get(1));
    return days.ways(span)
        .map(
            ways -> {
              var drawings =
                  map.dialogs().stream()
                      .map(drawn -> DialogDrawing.of(drawn, ways, this::label))
                      .sorted(Comparator.comparingInt(DialogDrawing::visits).reversed())
                      .toList();
              var model = new HashMap<String, Object>();
              model.put("drawings", drawings);
              model.put("span", span);
              model.put("spans", SPANS);
              return Reply.shown("map", model);
            });
  }

  private Future<Reply> state(Visit visit) {
    String state = visit.path("state");
    boolean known = map.dialogs().stream().anyMatch(one -> one.states().contains(state));
    return known
        ? days.days(state, MONTH).map(told -> shown(state, told))
        : Future.succeededFuture(Reply.missing());
  }

  private static Reply shown(String state, List<StateDays.Day> told) {
    var model = new HashMap<String, Object>();
    model.put("state", state);
    model.put("days", told);
    return Reply.shown("map-state", model);
  }
}
