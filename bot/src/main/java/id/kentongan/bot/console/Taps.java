package id.kentongan.bot.console;

import id.kentongan.integrations.postgres.accounts.FormTaps;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// A form of one page that comes twice within seconds, with the same in it, is done once, and both
/// are answered alike: a second tap, where no script holds it back. One that comes to another node
/// is led to where the first ended, or told that it is under way. What was refused or failed may be
/// sent again. Safe for any thread.
final class Taps {
  private static final Duration HASTY = FormTaps.HASTY;
  private static final int REMEMBERED = 1000;

  private record Tap(Instant at, Future<Reply> reply) {}

  private final FormTaps all;
  private final InstantSource clock;
  private final Map<String, Tap> taps =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tap> eldest) {
          return size() > REMEMBERED;
        }
      };

  Taps(FormTaps all, InstantSource clock) {
    this.all = all;
    this.clock = clock;
  }

  Future<Reply> once(Visit visit, Supplier<Future<Reply>> act) {
    String form = visit.field("csrf");
    if (!form.contains(".")) {
      return act.get();
    }
    String key = key(visit);
    Promise<Reply> done = Promise.promise();
    Optional<Future<Reply>> before = begun(key, done.future());
    if (before.isPresent()) {
      return before.get();
    }
    unlessElsewhere(key, act).onComplete(done);
    return done.future()
        .onComplete(
            reply -> {
              if (!(reply.result() instanceof Reply.See)) {
                forget(key);
              }
            });
  }

  private Future<Reply> unlessElsewhere(String key, Supplier<Future<Reply>> act) {
    return all.begin(key)
        .compose(
            tap ->
                switch (tap) {
                  case FormTaps.Tap.First() -> noted(key, act.get());
                  case FormTaps.Tap.Again(String path) ->
                      Future.succeededFuture(
                          path.isEmpty() ? new Reply.Refused(409, "twice") : new Reply.See(path));
                });
  }

  private Future<Reply> noted(String key, Future<Reply> reply) {
    return reply.transform(
        came -> {
          Future<Void> note =
              came.result() instanceof Reply.See(String path)
                  ? all.answered(key, path)
                  : all.forget(key);
          return note.transform(told -> reply);
        });
  }

  private synchronized Optional<Future<Reply>> begun(String key, Future<Reply> reply) {
    Instant now = clock.instant();
    Tap before = taps.get(key);
    if (before != null && before.at().plus(HASTY).isAfter(now)) {
      return Optional.of(before.reply());
    }
    taps.put(key, new Tap(now, reply));
    return Optional.empty();
  }

  private synchronized void forget(String key) {
    taps.remove(key);
  }

  /// why a hash: nothing of what was typed stays here.
  private static String key(Visit visit) {
    var request = visit.route().request();
    String file =
        OneFile.of(visit.route()).map(one -> one.name() + one.bytes().hashCode()).orElse("");
    String all = request.path() + request.formAttributes().entries() + file;
    return HexFormat.of().formatHex(Keys.hash(all));
  }
}
