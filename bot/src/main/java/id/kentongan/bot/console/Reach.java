package id.kentongan.bot.console;

import id.kentongan.integrations.postgres.officers.Hearing;
import id.kentongan.integrations.postgres.officers.Hearing.Heard;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Whether those whom a decision is about hear of it here: shown with the matter, before and after.
final class Reach {
  private final Hearing hearing;
  private final boolean template;
  private final InstantSource clock;

  /// `template`: whether there is one for WhatsApp after 24 hours.
  Reach(Hearing hearing, boolean template, InstantSource clock) {
    this.hearing = hearing;
    this.template = template;
    this.clock = clock;
  }

  /// A matter with what was just done to it; `whose` asks for those who are told of it.
  Future<Reply> shown(
      String page,
      Optional<?> found,
      Visit visit,
      BiFunction<Hearing, String, Future<List<Heard>>> whose) {
    if (found.isEmpty()) {
      return Future.succeededFuture(Reply.missing());
    }
    return whose
        .apply(hearing, visit.path("number"))
        .map(heard -> ReplyWindow.best(heard, template, clock.instant()))
        .map(
            window -> {
              var model = new HashMap<String, @Nullable Object>();
              model.put("it", found.get());
              model.put("told", visit.query("hasil"));
              model.put("window", window.orElse(null));
              return Reply.shown(page, model);
            });
  }
}
