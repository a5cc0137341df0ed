package id.kentongan.bot.console;

import id.kentongan.integrations.postgres.officers.Boards;
import id.kentongan.integrations.postgres.officers.Boards.Kind;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `/console/pendaftaran`, `/console/klaim` and `/console/kecelakaan`: all of a kind, by state,
/// name and village, latest first, in pages of fifty; what is promised, most urgent first.
final class BoardPage implements Page {
  private static final int MOST = 50;

  private final Kind kind;
  private final Boards boards;

  private final DueDates dates;
  private final InstantSource clock;

  BoardPage(Kind kind, Boards boards, DueDates dates, InstantSource clock) {
    this.kind = kind;
    this.boards = boards;
    this.dates = dates;
    this.clock = clock;
  }

  static String path(Kind kind) {
    return switch (kind) {
      case ENROLMENTS -> "/pendaftaran";
      case CLAIMS -> "/klaim";
      case ACCIDENTS -> "/kecelakaan";
    };
  }

  /// Under which the words of a kind stand: `matter.enrollment.waiting`.
  static String words(Kind kind) {
    return switch (kind) {
      case ENROLMENTS -> "enrollment";
      case CLAIMS -> "claim";
      case ACCIDENTS -> "accident";
    };
  }

  @Override
  public List<Address> addresses() {
    return List.of(
        Address.get(path(kind), Permission.MATTERS, this::show),
        Address.search(path(kind), Permission.MATTERS));
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
                    .map(rows -> Reply.shown("board", model(visit, filter, counts, rows))));
  }

  private Map<String, Object> model(
      Visit visit, Boards.Filter filter, List<Boards.Count> counts, List<Boards.Row> rows) {
    var model = new HashMap<String, Object>();
    model.put("kind", words(kind));
    model.put("path", "/console" + path(kind));
    model.put("filter", filter);
    model.put("counts", counts);
    model.put("rows", rows);
    model.put("due", due(rows));
    model.put("now", clock.instant());
    model.put("done", visit.query("diterima"));
    model.put("left", visit.query("sisa"));
    model.put("untold", visit.query("belum"));
    model.put("next", rows.size() == MOST ? rows.getLast().number() : "");
    model.put("bulk", kind == Kind.ENROLMENTS && filter.state().equals("CHECKING"));
    return model;
  }

  private Map<String, DueDates.Due> due(List<Boards.Row> rows) {
    var due = new HashMap<String, DueDates.Due>();
    for (Boards.Row row : rows) {
      Boards.Times times = row.times();
      dates
          .of(kind, row.state(), times.since(), times.set())
          .ifPresent(one -> due.put(row.number(), one));
    }
    return due;
  }

  /// What the address or the form asks for; a name and a village are only taken from a form.
  static Boards.Filter filter(Visit visit) {
    return new Boards.Filter(
        visit.query("keadaan").toUpperCase(Locale.ROOT), visit.field("nama"), visit.field("desa"));
  }
}
