package id.kentongan.integrations.cloudapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import id.kentongan.integrations.Term;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientMultipartForm;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Sends on WhatsApp by Meta's Cloud API. A conversation's sender is the digits of the person's
/// number, or WhatsApp's own id of the person.
public final class CloudChannel implements Channel {
  /// Source: https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages (text of
  /// 4,096; captions of 1,024),
  /// https://developers.facebook.com/docs/whatsapp/guides/interactive-messages (3 buttons of 20, 10
  /// rows of 24, text of 1,024 with them).
  public static final Limits LIMITS =
      new Limits(4096, 3, 10, 20, 24, 1024, Limits.Captions.of(1024));

  /// Source: https://developers.facebook.com/docs/whatsapp/pricing#customer-service-windows, 24
  /// hours. A minute less, because Meta had the message before we did.
  private static final Duration WINDOW = Duration.ofHours(24).minusMinutes(1);

  /// Source: https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media, 5 MB.
  private static final int IMAGE = 5_000_000;

  private final Vertx vertx;
  private final CloudApi api;
  private final Sightings sightings;
  private final Terms terms;
  private final InstantSource clock;
  private final CloudFiles files;

  /// How this installation sends. `kept` gives the bytes of a file of ours by its id; `listButton`
  /// opens a list, at most 20 characters; `settlePause` is how long a report of Meta's may lag
  /// behind, a second or so.
  public record Terms(
      Function<String, Future<Buffer>> kept,
      String listButton,
      Approved approved,
      Duration settlePause) {}

  /// Names of approved Indonesian templates for what is sent outside the window: `notice` with the
  /// text as its body's only variable, `code` of the category authentication with a button that
  /// copies the code.
  public record Approved(@Nullable String notice, @Nullable String code) {}

  public CloudChannel(
      Vertx vertx, CloudApi api, Terms terms, Sightings sightings, InstantSource clock) {
    this.vertx = vertx;
    this.sightings = sightings;
    this.api = api;
    this.terms = terms;
    this.clock = clock;
    this.files = new CloudFiles(api);
  }

  @Override
  public String name() {
    return CloudSender.CHANNEL;
  }

  @Override
  public Limits limits() {
    return LIMITS;
  }

  @Override
  public Future<Outcome> send(Outgoing message) {
    Bubble bubble = message.bubble();
    if (!inWindow(message.lastInbound())) {
      return outside(message);
    }
    Bubble.Attachment file = bubble.attachment();
    return file == null ? post(message, words(message)) : sendFile(message, file);
  }

  /// why: Meta lists no messages, so only its reports tell; they come within seconds, and what none
  /// came of after two looks is sent again.
  @Override
  public Future<Outcome> settle(Outgoing message) {
    return look(message)
        .compose(
            found ->
                found instanceof Outcome.Later ? look(message) : Future.succeededFuture(found));
  }

  private Future<Outcome> look(Outgoing message) {
    String token = sightings.token(message.id());
    return vertx
        .timer(Math.max(1, terms.settlePause().toMillis()), TimeUnit.MILLISECONDS)
        .compose(waited -> sightings.noted(message.id(), List.of()))
        .<Outcome>map(
            facts ->
                facts.taken()
                    ? new Outcome.Delivered(sightings.of(token).orElse(token))
                    : Outcome.Later.growing("not reported by Meta"))
        .otherwise(lost -> Outcome.Later.growing(lost.getClass().getSimpleName()));
  }

  @Override
  public boolean reportsLater() {
    return true;
  }

  @Override
  public Future<Void> typing(ConversationId to, String handle) {
    return MessageReader.ID.matcher(handle).matches()
        ? api.message(Messages.typing(handle), Term.open()).mapEmpty()
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

  private boolean inWindow(@Nullable Instant lastInbound) {
    return lastInbound != null && clock.instant().isBefore(lastInbound.plus(WINDOW));
  }

  private ObjectNode words(Outgoing message) {
    Bubble bubble = message.bubble();
    if (bubble.choices().isEmpty()) {
      return Messages.text(message.to(), bubble.text());
    }
    return Messages.asButtons(bubble.choices())
        ? Messages.buttons(message.to(), bubble)
        : Messages.list(message.to(), bubble, terms.listButton());
  }

  /// why: the window may close while a message is on its way, or by Meta's clock.
  private Future<Outcome> post(Outgoing message, ObjectNode request) {
    return api.message(named(message, request), message.term())
        .map(answer -> noted(message, answer))
        .compose(
            outcome ->
                outcome.equals(new Outcome.Never(Outcomes.OUTSIDE))
                    ? outside(message)
                    : Future.succeededFuture(outcome));
  }

  /// why: WhatsApp lets codes leave by a template for authentication alone.
  private Future<Outcome> outside(Outgoing message) {
    Code code = message.bubble().code();
    String template = terms.approved().code();
    if (code == null) {
      return notice(message);
    }
    return template == null
        ? Future.succeededFuture(new Outcome.Never(Outcomes.OUTSIDE))
        : byTemplate(message, Messages.code(message.to(), template, code.text()));
  }

  /// why: choices have no place but in the text.
  private Future<Outcome> notice(Outgoing message) {
    Bubble bubble = message.bubble();
    String template = terms.approved().notice();
    String words = NoticeTemplate.line(Fit.numbered(bubble));
    return template == null || bubble.attachment() != null || !NoticeTemplate.fits(words)
        ? Future.succeededFuture(new Outcome.Never(Outcomes.OUTSIDE))
        : byTemplate(message, Messages.notice(message.to(), template, words));
  }

  private Future<Outcome> byTemplate(Outgoing message, ObjectNode request) {
    return api.message(named(message, request), message.term())
        .map(answer -> noted(message, answer));
  }

  /// Meta gives the name back in its reports.
  private ObjectNode named(Outgoing message, ObjectNode request) {
    return request.put("biz_opaque_callback_data", sightings.token(message.id()));
  }

  private Outcome noted(Outgoing message, ApiAnswer answer) {
    Outcome outcome = Outcomes.of(answer);
    if (outcome instanceof Outcome.Delivered(var id)) {
      sightings.saw(sightings.token(message.id()), id);
    }
    return outcome;
  }

  private Future<Outcome> sendFile(Outgoing message, Bubble.Attachment file) {
    return terms
        .kept()
        .apply(file.fileId())
        .transform(
            read ->
                read.failed()
                    ? Future.succeededFuture(Outcome.Later.growing("our file cannot be read now"))
                    : uploaded(message, file, read.result()));
  }

  /// why: an upload sends nothing to anybody, so one whose answer was lost is simply made again.
  private Future<Outcome> uploaded(Outgoing message, Bubble.Attachment file, Buffer bytes) {
    boolean image = bytes.length() <= IMAGE && file.type().matches("image/(jpeg|png)");
    // why: a quote or a line's end in a file's name would end the form's header.
    String name = file.name().replaceAll("[\\p{Cntrl}\"\\\\/]", "_");
    var form =
        ClientMultipartForm.multipartForm()
            .attribute("messaging_product", "whatsapp")
            .attribute("type", file.type())
            .binaryFileUpload("file", name, file.type(), bytes);
    return api.upload(form, message.term())
        .compose(
            answer ->
                media(answer)
                    .map(
                        id ->
                            post(
                                message,
                                Messages.file(
                                    message.to(), file, id, Fit.numbered(message.bubble()), image)))
                    .orElseGet(() -> Future.succeededFuture(notUploaded(answer))));
  }

  private static Optional<String> media(ApiAnswer answer) {
    return answer instanceof ApiAnswer.Done(var body)
        ? Optional.of(body.path("id").asText("")).filter(id -> !id.isEmpty())
        : Optional.empty();
  }

  private static Outcome notUploaded(ApiAnswer answer) {
    return switch (Outcomes.of(answer)) {
      case Outcome.Delivered _ -> Outcome.Later.growing("no id for the file");
      case Outcome.Unknown(var why) -> Outcome.Later.growing(why);
      case Outcome.Later later -> later;
      case Outcome.Never never -> never;
      case Outcome.Gone(var why) -> new Outcome.Never(why);
    };
  }
}
