package id.kentongan.bot.card;

import id.kentongan.bot.made.DrawingRoom;
import id.kentongan.bot.made.Drawn;
import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.values.Language;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.integrations.Records;
import id.kentongan.integrations.documents.MemberCard;
import id.kentongan.integrations.documents.Png;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
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

  private final Records records;
  private final DrawingRoom room;
  private final Supplier<Words> words;
  private final String publicUrl;

  /// `publicUrl`: where the world checks codes; empty where it cannot, then the QR code holds the
  /// code alone.
  public CardRecords(Records records, DrawingRoom room, Supplier<Words> words, String publicUrl) {
    this.records = records;
    this.room = room;
    this.words = words;
    this.publicUrl = publicUrl;
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
    return room.draw(
        who,
        id,
        KEPT,
        () -> new Drawn("kartu.png", Png.TYPE, Buffer.buffer(MemberCard.bytes(face(card)))));
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
    return publicUrl.isEmpty() ? code : publicUrl + "/verify/" + code;
  }

  private MemberCard.Entry entry(String key, String value) {
    return new MemberCard.Entry(say(key), value);
  }

  private String say(String key) {
    return words.get().say(Language.INDONESIAN, key);
  }
}
