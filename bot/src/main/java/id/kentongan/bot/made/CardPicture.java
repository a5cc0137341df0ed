package id.kentongan.bot.made;

import id.kentongan.dialogs.content.Words;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.values.Language;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.integrations.documents.MemberCard;
import id.kentongan.integrations.documents.Png;
import io.vertx.core.buffer.Buffer;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// A member's digital card as a picture. `publicUrl`: where the world checks codes; empty where it
/// cannot, then the QR code holds the code alone.
public record CardPicture(Supplier<Words> words, String publicUrl) {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.of("id"));

  Drawn of(Answer.CardRead card) {
    return new Drawn("kartu.png", Png.TYPE, Buffer.buffer(MemberCard.bytes(face(card))));
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
