package id.kentongan.integrations.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import id.kentongan.dialogs.talk.Inbound;
import id.kentongan.integrations.Lease;
import id.kentongan.integrations.Leases;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;

/// Long polling, for a gateway without a public address. Only the node that holds the lease polls;
/// what it took is confirmed to Telegram only after the Desk committed all of it, so a crash
/// between the two reads it again.
///
/// Source: https://core.telegram.org/bots/api#getupdates
public final class TelegramPolling {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramPolling.class);
  private static final Duration LONG_POLL = Duration.ofSeconds(25);
  private static final int BATCH = 100;

  /// The lease of the one node that polls.
  private static final String LEASE = "telegram-polling";

  private final Vertx vertx;
  private final TelegramApi api;
  private final Leases leases;
  private final Batch batch;
  private final Pauses pauses;
  private final Patience patience;

  private volatile boolean stopping;
  private volatile Future<Void> inHand = Future.succeededFuture();
  private volatile @Nullable Lease held;
  private @Nullable Integer offset;

  /// How long to wait: `idle` while another node polls, `conflict` after a 409, `first` after the
  /// first failure, doubling up to `longest`.
  public record Pauses(Duration idle, Duration conflict, Duration first, Duration longest) {
    public static final Pauses USUAL =
        new Pauses(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30));
  }

  /// What the reading of updates needs; as in [TelegramDoor].
  public record Reader(TelegramClock clock, String groupRefusal) {}

  /// `desk` succeeds when the event is committed (Done or Duplicate) and fails only when the world
  /// is lost: then it comes again, for ever. An event that a turn cannot digest is committed as
  /// ignored by the Desk itself.
  public TelegramPolling(
      Vertx vertx,
      TelegramApi api,
      Reader reader,
      Leases leases,
      Function<Inbound, Future<Void>> desk,
      Pauses pauses) {
    this.vertx = vertx;
    this.api = api;
    this.leases = leases;
    this.batch = new Batch(api, new UpdateReader(reader.clock(), reader.groupRefusal()), desk);
    this.pauses = pauses;
    this.patience = new Patience(pauses.first(), pauses.longest());
  }

  public void start() {
    Context context = vertx.getOrCreateContext();
    context.runOnContext(start -> round(context));
    // why: a long poll takes longer than a lease lasts.
    long renewal = Math.max(1, leases.lasts().toMillis() / 3);
    context.runOnContext(start -> vertx.setPeriodic(renewal, this::renew));
  }

  /// Takes no more updates; done when those in hand are committed and the lease is given back.
  public Future<Void> stop() {
    stopping = true;
    return inHand
        .otherwiseEmpty()
        .compose(
            committed -> {
              Lease lease = held;
              return lease == null ? Future.succeededFuture() : leases.release(lease);
            });
  }

  private void round(Context context) {
    if (stopping) {
      return;
    }
    claim()
        .compose(mine -> mine ? poll() : Future.succeededFuture(pauses.idle()))
        .otherwise(this::surprised)
        .onComplete(
            pause ->
                context.runOnContext(
                    next -> {
                      long millis = Math.max(1, pause.result().toMillis());
                      vertx.setTimer(millis, timer -> round(context));
                    }));
  }

  private void renew(long timer) {
    if (stopping) {
      vertx.cancelTimer(timer);
    } else if (held != null) {
      var _ = claim();
    }
  }

  private Future<Boolean> claim() {
    return leases
        .claim(LEASE)
        .otherwise(Optional.empty())
        .map(
            claimed -> {
              held = claimed.orElse(null);
              return claimed.isPresent();
            });
  }

  private Future<Duration> poll() {
    var request =
        GetUpdates.builder()
            .offset(offset)
            .limit(BATCH)
            .timeout((int) LONG_POLL.toSeconds())
            .allowedUpdates(UpdateReader.WANTED)
            .build();
    return api.call("getUpdates", request, LONG_POLL)
        .compose(
            answer ->
                switch (answer) {
                  case ApiAnswer.Done(JsonNode updates) -> take(updates);
                  case ApiAnswer.Refused refused -> Future.succeededFuture(refused(refused));
                  case ApiAnswer.Unreachable(String why) ->
                      Future.succeededFuture(patience.failed(why));
                  case ApiAnswer.Lost(String why) -> Future.succeededFuture(patience.failed(why));
                });
  }

  private Future<Duration> take(JsonNode updates) {
    if (stopping) {
      return Future.succeededFuture(Duration.ZERO);
    }
    if (!updates.isArray()) {
      return Future.succeededFuture(patience.failed("updates that are no list"));
    }
    if (updates.isEmpty()) {
      // why: an empty answer confirms all before the offset. After a quiet week ids begin anew, at
      // a random number, so an offset is not kept longer than needed.
      offset = null;
      return Future.succeededFuture(patience.well());
    }
    int next = Batch.last(updates) + 1;
    inHand = batch.commit(updates);
    return inHand.transform(
        committed -> {
          if (committed.failed()) {
            return Future.succeededFuture(patience.failed("not committed"));
          }
          offset = next;
          return Future.succeededFuture(patience.well());
        });
  }

  private Duration refused(ApiAnswer.Refused refused) {
    return switch (refused.code()) {
      case 409 -> {
        patience.failed("409 " + refused.description());
        yield pauses.conflict();
      }
      case 429 -> {
        Duration own = patience.failed("429 " + refused.description());
        yield refused.retryAfter().isZero() ? own : refused.retryAfter();
      }
      default -> patience.failed(refused.code() + " " + refused.description());
    };
  }

  private Duration surprised(Throwable bug) {
    LOG.error("polling went wrong; it goes on", bug);
    return patience.failed(bug.getClass().getSimpleName());
  }
}
