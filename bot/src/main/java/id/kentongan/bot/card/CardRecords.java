package id.kentongan.bot.card;

import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.values.Language;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.integrations.Files;
import id.kentongan.integrations.Records;
import id.kentongan.integrations.documents.MemberCard;
import id.kentongan.integrations.documents.Png;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Draws the card that the records tell of, and leaves the rest to them.
public final class CardRecords implements Records {
  /// How long a card can be fetched; it can be asked for again at any time.
  private static final Duration KEPT = Duration.ofDays(1);

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.of("id"));

  private final Vertx vertx;
  private final Records records;
  private final Files files;
  private final Supplier<Words> words;
  private final Site site;

  /// `publicUrl`: where the world checks codes; empty where it cannot, then the QR code holds the
  /// code alone.
  public record Site(String publicUrl, InstantSource clock) {}

  public CardRecords(Vertx vertx, Records records, Files files, Supplier<Words> words, Site site) {
    this.vertx = vertx;
    this.records = records;
    this.files = files;
    this.words = words;
    this.site = site;
  }

  @Override
  public Future<Answer> ask(ConversationId who, EffectId id, Effect.Ask ask) {
    Future<Answer> answered = records.ask(who, id, ask);
    return ask instanceof Effect.DrawCard
        ? answered.compose(
            answer ->
                answer instanceof Answer.CardRead card
                    ? drawn(who, id, card)
                    : Future.succeededFuture(answer))
        : answered;
  }

  @Override
  public Future<Void> tell(ConversationId who, EffectId id, Effect effect) {
    return records.tell(who, id, effect);
  }

  private Future<Answer> drawn(ConversationId who, EffectId id, Answer.CardRead card) {
    return vertx
        .executeBlocking(() -> Buffer.buffer(MemberCard.bytes(face(card))), false)
        .compose(
            picture ->
                files.keepMade(
                    who, id.text(), Png.TYPE, picture, site.clock().instant().plus(KEPT)))
        .map(
            kept ->
                new Answer.FileMade(
                    new Bubble.Attachment(kept.fileId(), kept.type(), "kartu.png")));
  }

  private MemberCard.Face face(Answer.CardRead card) {
    YearMonth until = card.membership().paidUntil();
    String programmes =
        card.membership().programmes().stream()
            .sorted()
            .map(Programme::name)
            .collect(Collectors.joining(" + "));
    var entries =
        List.of(
            entry("card.face.nik", card.nik()),
            entry("card.face.programmes", programmes),
            entry("card.face.until", until == null ? "-" : MONTH.format(until)),
            entry("card.face.code", card.code().text()));
    String title = say(card.sample() ? "card.face.title-sample" : "card.face.title");
    return new MemberCard.Face(title, card.name(), entries, say("card.face.note"), address(card));
  }

  private String address(Answer.CardRead card) {
    String code = card.code().text();
    return site.publicUrl().isEmpty() ? code : site.publicUrl() + "/verify/" + code;
  }

  private MemberCard.Entry entry(String key, String value) {
    return new MemberCard.Entry(say(key), value);
  }

  private String say(String key) {
    return words.get().say(Language.INDONESIAN, key);
  }
}
