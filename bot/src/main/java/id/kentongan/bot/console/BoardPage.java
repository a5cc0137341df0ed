package id.kentongan.bot.console;

import id.kentongan.integrations.postgres.Boards;
import id.kentongan.integrations.postgres.Boards.Kind;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `/console/pendaftaran` and `/console/klaim`: all of a kind, by state, name and village, latest
/// first, in pages of fifty.
final class BoardPage implements Page {
  private static final int MOST = 50;

  private final Kind kind;
  private final Boards boards;

  BoardPage(Kind kind, Boards boards) {
    this.kind = kind;
    this.boards = boards;
  }

  static String path(Kind kind) {
    return switch (kind) {
      case ENROLMENTS -> "/pendaftaran";
      case CLAIMS -> "/klaim";
    };
  }

  /// Under which the words of a kind stand: `matter.enrollment.waiting`.
  static String words(Kind kind) {
    return switch (kind) {
      case ENROLMENTS -> "enrollment";
      case CLAIMS -> "claim";
    };
  }

  @Override
  public List<Address> addresses() {
    return List.of(Address.get(path(kind), Permission.MATTERS, this::show));
  }

  private Future<Reply> show(Visit visit) {
    Boards.Filter filter = filter(visit);
    String before = visit.query("sebelum");
    return boards
        .counts(kind)
        .compose(
            counts ->
                boards
                    .rows(kind, filter, before, MOST)
                    .map(rows -> Reply.shown("board", model(filter, counts, rows))));
  }

  private Map<String, Object> model(
      Boards.Filter filter, List<Boards.Count> counts, List<Boards.Row> rows) {
    var model = new HashMap<String, Object>();
    model.put("kind", words(kind));
    model.put("path", "/console" + path(kind));
    model.put("filter", filter);
    model.put("counts", counts);
    model.put("rows", rows);
    model.put("next", rows.size() == MOST ? rows.getLast().number() : "");
    model.put("bulk", kind == Kind.ENROLMENTS && filter.state().equals("CHECKING"));
    return model;
  }

  /// What the address asks for.
  static Boards.Filter filter(Visit visit) {
    return new Boards.Filter(
        visit.query("keadaan").toUpperCase(Locale.ROOT), visit.query("nama"), visit.query("desa"));
  }
}
