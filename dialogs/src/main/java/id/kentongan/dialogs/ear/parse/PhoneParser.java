package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.ToldPhone;
import id.kentongan.dialogs.values.Phone;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A phone number as people type it, or "nomor ini". Indonesian numbers have 10 to 13 digits with
/// their leading zero; numbers abroad need the plus.
final class PhoneParser {
  private static final Pattern RUN =
      Pattern.compile("(?<![0-9+])(\\+ ?)?[0-9(](?:[ ./()_-]{0,3}+[0-9]){4,24}+");
  private static final Pattern GAP = Pattern.compile("\\s+(?=0[0-9]{8}|\\+?62[0-9]{7})");

  private static final Pattern SOME_DIGITS = Pattern.compile("[0-9]{3}");

  private PhoneParser() {}

  static Parsed<ToldPhone> parse(String text, ValueWords heard) {
    String plain = SpokenDigits.written(Token.plain(text), heard.digits);
    List<String> byLine = runs(plain.replace('\n', ';'));
    // why: one number over several lines, when no line holds a number by itself
    List<String> runs = byLine.isEmpty() ? runs(plain.replace('\n', ' ')) : byLine;
    if (runs.isEmpty()) {
      return SOME_DIGITS.matcher(plain).find()
          ? new Parsed.Invalid<>("phone.too-short", "")
          : inWords(Phrases.spaced(Token.lex(text)), heard);
    }
    List<Parsed<ToldPhone>> read = runs.stream().map(PhoneParser::one).distinct().toList();
    List<ToldPhone> good = new ArrayList<>();
    for (Parsed<ToldPhone> parsed : read) {
      if (parsed instanceof Parsed.Value<ToldPhone>(ToldPhone phone)) {
        good.add(phone);
      }
    }
    return good.isEmpty() ? read.getFirst() : Phrases.oneOrMore(good);
  }

  private static Parsed<ToldPhone> inWords(String spaced, ValueWords heard) {
    if (Phrases.pair(spaced, heard.of(Heard.NO), heard.of(Heard.PHONE_HAVE))) {
      return new Parsed.Invalid<>("phone.none", "");
    }
    boolean refused = Phrases.any(spaced, heard.of(Heard.PHONE_NOT));
    return !refused && Phrases.any(spaced, heard.of(Heard.PHONE_THIS))
        ? new Parsed.Value<>(new ToldPhone.Sender())
        : new Parsed.Invalid<>("phone.missing", "");
  }

  private static List<String> runs(String plain) {
    var runs = new ArrayList<String>();
    var matcher = RUN.matcher(plain);
    while (matcher.find()) {
      GAP.splitAsStream(matcher.group()).forEach(runs::add);
    }
    return runs;
  }

  private static Parsed<ToldPhone> one(String run) {
    String digits = run.replaceAll("[^0-9]", "");
    boolean abroad = run.startsWith("+") && !digits.startsWith("62");
    if (abroad) {
      return digits.length() >= 8 && digits.length() <= 15 && !digits.startsWith("0")
          ? number("+" + digits)
          : new Parsed.Invalid<>("phone.not-a-phone", "");
    }
    String national = national(digits);
    if (national.length() < 9) {
      return new Parsed.Invalid<>("phone.too-short", "");
    }
    if (digits.length() == 16 && !digits.startsWith("0")) {
      return new Parsed.Invalid<>("phone.not-a-phone", "");
    }
    if (national.length() > 12) {
      return new Parsed.Invalid<>("phone.too-long", "");
    }
    return digits.startsWith("0") || digits.startsWith("62") || digits.startsWith("8")
        ? number("+62" + national)
        : new Parsed.Invalid<>("phone.not-a-phone", "");
  }

  /// Without country code and leading zeros, also `+62 0812...` and `0062...`.
  private static String national(String digits) {
    String bare = digits.replaceFirst("^0*62(?=0?8|[2-7])", "");
    return bare.replaceFirst("^0+", "");
  }

  private static Parsed<ToldPhone> number(String e164) {
    return new Parsed.Value<>(new ToldPhone.Given(new Phone(e164)));
  }
}
