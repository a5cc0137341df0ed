package id.kentongan.bot.postman;

import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Copy;
import id.kentongan.integrations.Files;
import id.kentongan.integrations.Journal;
import id.kentongan.integrations.Limits;
import id.kentongan.integrations.Outcome;
import id.kentongan.integrations.Outgoing;
import id.kentongan.integrations.Recalls;
import id.kentongan.integrations.Records;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A channel, records, files and a journal that note what reaches them, and answer as told. Shared
/// by several gateways it is the one world outside.
public final class FakeWorld implements Channel, Records, Files, Journal, Recalls {
  /// A message as it arrived.
  public record Sent(ConversationId to, String id, String text) {}

  public final List<Sent> sent = new CopyOnWriteArrayList<>();
  /// Whether the person had written, as far as was told, for each that was sent.
  public final List<Boolean> open = new CopyOnWriteArrayList<>();

  public final List<String> settled = new CopyOnWriteArrayList<>();
  public final List<Effect> told = new CopyOnWriteArrayList<>();
  public final List<EffectId> asked = new CopyOnWriteArrayList<>();
  public final List<Journal.Line> journal = new CopyOnWriteArrayList<>();
  public final List<String> forgotten = new CopyOnWriteArrayList<>();
  public final List<String> typing = new CopyOnWriteArrayList<>();

  /// What becomes of a send; the message counts as arrived before this is asked.
  public volatile Function<Sent, Future<Outcome>> outcome =
      sent -> Future.succeededFuture(new Outcome.Delivered("p" + sent.id()));

  public volatile Function<Outgoing, Outcome> settling =
      message -> new Outcome.Later(Duration.ZERO, "unknown");
  public volatile Function<Effect.Ask, Future<Answer>> answer =
      ask -> Future.succeededFuture(new Answer.NotIdentified());
  public volatile Function<FileRef, Future<Files.Kept>> file =
      ref -> Future.succeededFuture(new Files.Kept("f1", "image/jpeg", 3));

  /// Broadcasts that officers stopped.
  public final Set<Long> stopped = ConcurrentHashMap.newKeySet();

  @Override
  public Future<Boolean> stopped(long broadcast) {
    return Future.succeededFuture(stopped.contains(broadcast));
  }

  /// What was said to one conversation, in order.
  public List<String> saidTo(ConversationId who) {
    return sent.stream().filter(s -> s.to().equals(who)).map(Sent::text).toList();
  }

  @Override
  public String name() {
    return "test";
  }

  @Override
  public Limits limits() {
    return new Limits(60, 3, 10, 20, 24, 60, Limits.Captions.of(60));
  }

  @Override
  public Future<Outcome> send(Outgoing message) {
    var arrived = new Sent(message.to(), message.id().text(), message.bubble().text());
    open.add(message.lastInbound() != null);
    sent.add(arrived);
    return onCallersContext(outcome.apply(arrived));
  }

  @Override
  public Future<Outcome> settle(Outgoing message) {
    settled.add(message.id().text());
    return Future.succeededFuture(settling.apply(message));
  }

  @Override
  public Future<Void> typing(ConversationId to, String handle) {
    typing.add(handle);
    return Future.succeededFuture();
  }

  @Override
  public Future<ReadStream<Buffer>> open(FileRef ref, long limit) {
    Promise<ReadStream<Buffer>> opened = Promise.promise();
    switch (ref.handle()) {
      case "gone" -> opened.fail(new Channel.FileGone("404"));
      case "large" -> opened.fail(new Channel.FileTooLarge(limit));
      default -> opened.complete(new NoBytes());
    }
    return opened.future();
  }

  @Override
  public Future<Copy> forget(FileRef ref) {
    forgotten.add(ref.handle());
    return Future.succeededFuture(Copy.GONE);
  }

  @Override
  public Future<Answer> ask(ConversationId who, EffectId id, Effect.Ask ask) {
    asked.add(id);
    return onCallersContext(answer.apply(ask));
  }

  @Override
  public Future<Void> tell(ConversationId who, EffectId id, Effect effect) {
    told.add(effect);
    return Future.succeededFuture();
  }

  @Override
  public Future<Files.Kept> keep(
      ConversationId owner, String id, ReadStream<Buffer> bytes, long limit) {
    return onCallersContext(file.apply(new FileRef(id, "", limit)));
  }

  @Override
  public Future<Kept> keepMade(
      ConversationId owner, String id, String type, Buffer bytes, java.time.Instant until) {
    return Future.failedFuture(new UnsupportedOperationException());
  }

  @Override
  public Future<Buffer> read(String fileId) {
    return Future.succeededFuture(Buffer.buffer());
  }

  @Override
  public Future<Void> write(List<Journal.Line> lines) {
    journal.addAll(lines);
    return Future.succeededFuture();
  }

  /// As the ports promise, whichever thread the test completes it on.
  private static <T> Future<T> onCallersContext(Future<T> done) {
    Context caller = Vertx.currentContext();
    if (caller == null || done.isComplete()) {
      return done;
    }
    Promise<T> back = Promise.promise();
    done.onSuccess(value -> caller.runOnContext(go -> back.complete(value)))
        .onFailure(lost -> caller.runOnContext(go -> back.fail(lost)));
    return back.future();
  }

  /// A stream that nobody reads.
  private static final class NoBytes implements ReadStream<Buffer> {
    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
      return this;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
      return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
      return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
      return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
      return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
      return this;
    }
  }
}
