package id.kentongan.integrations.twilio;

import com.twilio.http.Request;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.dialogs.values.Code;
import id.kentongan.integrations.Channel;
import id.kentongan.integrations.Copy;
import id.kentongan.integrations.Fit;
import id.kentongan.integrations.Limits;
import id.kentongan.integrations.NoticeTemplate;
import id.kentongan.integrations.Outcome;
import id.kentongan.integrations.Outgoing;
import id.kentongan.integrations.Sightings;
import id.kentongan.integrations.twilio.Settlement.Found;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Sends on WhatsApp by Twilio. A conversation's sender is the digits of the person's number, or
/// WhatsApp's own id of the person.
public final class TwilioChannel implements Channel {
  /// Source: https://www.twilio.com/docs/messaging/api/message-resource (text),
  /// https://www.twilio.com/docs/content/twilio-quick-reply (3 buttons of 20 in the session, text
  /// of 1,024), https://www.twilio.com/docs/content/twilio-list-picker (10 rows of 24),
  /// https://www.twilio.com/docs/whatsapp/guidance-whatsapp-media-messages (documents have no
  /// caption),
  /// https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages (1,024 for others).
  public static final Limits LIMITS =
      new Limits(1600, 3, 10, 20, 24, 1024, new Limits.Captions(1024, 0));

  /// Source: https://www.twilio.com/docs/whatsapp/key-concepts, 24 hours. A minute less, because
  /// Twilio had the message before we did.
  private static final Duration WINDOW = Duration.ofHours(24).minusMinutes(1);

  /// why: the sender's patience, of which the message needs most, began when the content was asked
  /// for. What was made meanwhile is there for the next attempt.
  private static final Duration CONTENT = Duration.ofSeconds(1);

  private final TwilioApi api;
  private final Terms terms;
  private final Sightings sightings;
  private final InstantSource clock;
  private final TwilioFiles files;
  private final Templates templates;
  private final Settlement settlement;

  /// How this installation sends. `publicUrl` without a slash at its end; `media` gives a file of
  /// ours an address at which Twilio, without credentials, can fetch it for a while; `listButton`
  /// opens a list, at most 20 characters; `settlePause` is how long a
  /// report or a list of Twilio's may lag behind, a second or so.
  public record Terms(
      String publicUrl,
      Function<Bubble.Attachment, URI> media,
      String listButton,
      Approved approved,
      Duration settlePause) {}

  /// The sids of approved templates for what is sent outside the window: `notice` has the text as
  /// its only variable, `code` is of the category for authentication with the code in it.
  ///
  /// Source: https://www.twilio.com/docs/content/whatsappauthentication
  public record Approved(@Nullable String notice, @Nullable String code) {}

  public TwilioChannel(
      Vertx vertx, TwilioApi api, Terms terms, Sightings sightings, InstantSource clock) {
    this.api = api;
    this.terms = terms;
    this.sightings = sightings;
    this.clock = clock;
    this.files = new TwilioFiles(api);
    this.templates = new Templates(api, terms.listButton());
    this.settlement = new Settlement(vertx, api, sightings, terms.settlePause());
  }

  @Override
  public String name() {
    return WhatsAppSender.CHANNEL;
  }

  @Override
  public Limits limits() {
    return LIMITS;
  }

  @Override
  public Future<Outcome> send(Outgoing message) {
    Optional<Draft> draft = draft(message);
    if (draft.isEmpty()) {
      return Future.succeededFuture(new Outcome.Never(Outcomes.OUTSIDE));
    }
    return settlement.doubtful(message.id())
        ? settlement
            .settle(message, draft.get(), token(message))
            .compose(
                found ->
                    switch (found) {
                      case Found.Taken(var outcome) -> Future.succeededFuture(outcome);
                      case Found.NotTaken() -> deliver(message, draft.get());
                      case Found.NotSaid(var why) ->
                          Future.succeededFuture(Outcome.Later.growing(why));
                    })
        : deliver(message, draft.get());
  }

  @Override
  public Future<Outcome> settle(Outgoing message) {
    Optional<Draft> draft = draft(message);
    if (draft.isEmpty()) {
      return Future.succeededFuture(new Outcome.Never(Outcomes.OUTSIDE));
    }
    return settlement
        .settle(message, draft.get(), token(message))
        .map(
            found ->
                switch (found) {
                  case Found.Taken(var outcome) -> outcome;
                  case Found.NotTaken() -> Outcome.Later.growing("not at Twilio");
                  case Found.NotSaid(var why) -> Outcome.Later.growing(why);
                });
  }

  @Override
  public boolean reportsLater() {
    return true;
  }

  @Override
  public Future<Void> typing(ConversationId to, String handle) {
    return handle.matches("[A-Za-z0-9]{34}")
        ? api.call(api.addresses().messaging(), Requests.typing(handle)).mapEmpty()
        : Future.succeededFuture();
  }

  @Override
  public Future<ReadStream<Buffer>> open(FileRef file, long limit) {
    return files.open(file, limit);
  }

  @Override
  public Future<Copy> forget(FileRef file) {
    return files.forget(file);
  }

  /// Empty when there is no form in which it may be sent now.
  private Optional<Draft> draft(Outgoing message) {
    Bubble bubble = message.bubble();
    Bubble.Attachment attachment = bubble.attachment();
    if (!inWindow(message.lastInbound())) {
      return outside(bubble);
    }
    if (attachment != null) {
      URI link = terms.media().apply(attachment);
      return Optional.of(new Draft.Media(Fit.numbered(bubble), link));
    }
    return Optional.of(
        bubble.choices().isEmpty()
            ? new Draft.Text(bubble.text())
            : new Draft.Choosing(bubble.text(), bubble.choices()));
  }

  private boolean inWindow(@Nullable Instant lastInbound) {
    return lastInbound != null && clock.instant().isBefore(lastInbound.plus(WINDOW));
  }

  /// why: WhatsApp lets codes leave by a template for authentication alone.
  private Optional<Draft> outside(Bubble bubble) {
    Code code = bubble.code();
    if (code == null) {
      return notice(bubble);
    }
    return Optional.ofNullable(terms.approved().code())
        .map(sid -> new Draft.Notice(sid, code.text()));
  }

  /// why: choices have no place but in the text.
  private Optional<Draft> notice(Bubble bubble) {
    String sid = terms.approved().notice();
    String words = NoticeTemplate.line(Fit.numbered(bubble));
    return sid == null || bubble.attachment() != null || !NoticeTemplate.fits(words)
        ? Optional.empty()
        : Optional.of(new Draft.Notice(sid, words));
  }

  /// why: the window may close while a message waits at Twilio, or by Twilio's clock.
  private Future<Outcome> deliver(Outgoing message, Draft draft) {
    return attempt(message, draft)
        .compose(
            outcome ->
                outcome.equals(new Outcome.Never(Outcomes.OUTSIDE))
                        && !(draft instanceof Draft.Notice)
                    ? outside(message.bubble())
                        .map(other -> attempt(message, other))
                        .orElseGet(() -> Future.succeededFuture(outcome))
                    : Future.succeededFuture(outcome));
  }

  private Future<Outcome> attempt(Outgoing message, Draft draft) {
    Request request =
        Requests.message(
            api.account(),
            WhatsAppSender.address(message.to()),
            terms.publicUrl() + TwilioStatusDoor.PATH + "?e=" + token(message));
    return switch (draft) {
      case Draft.Text(var body) -> {
        request.addPostParam("Body", body);
        yield post(message, request);
      }
      case Draft.Media(var body, var link) -> {
        if (!body.isEmpty()) {
          request.addPostParam("Body", body);
        }
        request.addPostParam("MediaUrl", link.toString());
        yield post(message, request);
      }
      case Draft.Notice(var sid, var words) -> {
        Requests.content(request, sid, List.of(words));
        yield post(message, request);
      }
      case Draft.Choosing choosing -> choosing(message, request, choosing);
    };
  }

  private Future<Outcome> choosing(Outgoing message, Request request, Draft.Choosing draft) {
    long began = System.nanoTime();
    return templates
        .of(draft.choices())
        .transform(
            made -> {
              if (System.nanoTime() - began > CONTENT.toNanos()) {
                return Future.succeededFuture(Outcome.Later.growing("the content took long"));
              }
              if (made.succeeded()) {
                var variables = Templates.variables(draft.body(), draft.choices());
                Requests.content(request, made.result(), variables);
                return post(message, request);
              }
              Outcome waits =
                  made.cause() instanceof Templates.NotMade not
                      ? Outcomes.of(not.answer())
                      : Outcome.Later.growing(made.cause().getClass().getSimpleName());
              return switch (waits) {
                case Outcome.Later later -> Future.succeededFuture(later);
                case Outcome.Unknown(var why) -> Future.succeededFuture(Outcome.Later.growing(why));
                case Outcome.Delivered _, Outcome.Never _, Outcome.Gone _ ->
                    attempt(message, draft.menu());
              };
            });
  }

  private Future<Outcome> post(Outgoing message, Request request) {
    return api.call(api.addresses().api(), request, message.term())
        .map(
            answer -> {
              Outcome outcome = Outcomes.of(answer);
              if (outcome instanceof Outcome.Delivered(var sid)) {
                sightings.saw(token(message), sid);
              } else if (outcome instanceof Outcome.Unknown) {
                settlement.doubt(message.id());
              } else if (answer instanceof ApiAnswer.Refused refused
                  && refused.code() == Templates.CONTENT_GONE) {
                templates.forget(message.bubble().choices());
              }
              return outcome;
            });
  }

  private String token(Outgoing message) {
    return sightings.token(message.id());
  }
}
