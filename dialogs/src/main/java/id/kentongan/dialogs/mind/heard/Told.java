package id.kentongan.dialogs.mind.heard;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.ear.parse.Parsers;
import id.kentongan.dialogs.mind.scene.Doubt;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.SmallTalk;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Income;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Occupation;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Relation;
import id.kentongan.dialogs.values.Rupiah;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Values as people tell them, read by the parsers of the Ear with what the scene knows.
public final class Told {
  private static final Pattern CODE = Pattern.compile("\\b([A-Z0-9]{4})[ -]?([A-Z0-9]{4})\\b");

  /// One as it is written on what we give.
  private static final Pattern WRITTEN = Pattern.compile("\\b([A-Z0-9]{4})-([A-Z0-9]{4})\\b");

  /// One of letters alone, as earlier versions gave some, copied as it stands.
  private static final Pattern LETTERS = Pattern.compile("\\b([A-Z]{4})-(?!\\1)[A-Z]{4}\\b");

  private static final Pattern KPJ = Pattern.compile("(?<!\\d)\\d{11}(?!\\d)");
  private static final Pattern SENT = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");
  private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=\\d)[ .-](?=\\d)");
  private static final Pattern INCOME = Pattern.compile("rp\\.(\\d{1,12})\\.(DAY|WEEK|MONTH|YEAR)");
  private static final String PHONE = "\\+[1-9][0-9]{7,14}";
  private static final int LONGEST = 500;
  private static final int EVERY_DAY = 30;

  private Told() {}

  public static Parsed<Nik> nik(Scene scene, Understood words) {
    return scene.content().parsers().nik(words.text(), scene.today());
  }

  public static Parsed<LocalDate> birthDate(Scene scene, Understood words) {
    return scene.content().parsers().birthDate(words.text(), scene.today());
  }

  public static Parsed<LocalDate> deathDate(Scene scene, Understood words) {
    return scene.content().parsers().dateOfDeath(words.text(), scene.today());
  }

  /// A day not long ago, whose reasons do not ask for a birth date.
  public static Parsed<LocalDate> recentDay(Scene scene, Understood words) {
    return deathDate(scene, words)
            instanceof Parsed.Invalid<LocalDate>(String reason, String detail)
        ? new Parsed.Invalid<>(reason.replaceFirst("^date\\.", "day."), detail)
        : deathDate(scene, words);
  }

  public static Parsed<Occupation> occupation(Scene scene, Understood words) {
    return scene.content().parsers().occupation(words.text());
  }

  public static Parsed<Income> income(Scene scene, Understood words) {
    return scene.content().parsers().money(words.text());
  }

  public static Parsed<Integer> months(Scene scene, Understood words) {
    return scene.content().parsers().months(words.text(), scene.month());
  }

  public static Parsed<Set<Programme>> programmes(Scene scene, Understood words) {
    return scene.content().parsers().programmes(words.text());
  }

  public static Parsed<Relation> relation(Scene scene, Understood words) {
    return scene.content().parsers().relation(words.text());
  }

  /// Yes or no by the parser, else by the intent when that is sure; who does not know says neither.
  public static Parsed<Boolean> yesNo(Scene scene, Understood words) {
    var parsed = scene.content().parsers().yesNo(words.text());
    if (parsed instanceof Parsed.Invalid<Boolean>(String reason, String _)
        && !reason.equals(Parsers.YES_NO_UNKNOWN)
        && Doubt.of(words) instanceof Doubt.Sure(String intent)) {
      return switch (intent) {
        case SmallTalk.AFFIRM -> new Parsed.Value<>(true);
        case SmallTalk.DENY -> new Parsed.Value<>(false);
        default -> parsed;
      };
    }
    return parsed;
  }

  /// Days worked a month, 1 to 31, in digits or words; `tiap hari` is all of them, and `2 program`
  /// or `3 bulan` none.
  public static Parsed<Integer> days(Scene scene, Understood words) {
    if (Listed.any(scene, "enroll.every-day-words", words.text())) {
      return new Parsed.Value<>(EVERY_DAY);
    }
    Facts told = Facts.of(scene, words);
    if (told.days().isEmpty() && (told.months().isPresent() || told.programmes().isPresent())) {
      return new Parsed.Invalid<>("days.unclear", "");
    }
    return scene.content().parsers().counts(words.text()).stream()
        .map(count -> count.number())
        .filter(days -> days >= 1 && days <= 31)
        .findFirst()
        .<Parsed<Integer>>map(days -> new Parsed.Value<>(days.intValue()))
        .orElseGet(() -> new Parsed.Invalid<>("days.unclear", ""));
  }

  /// The income of a choice `rp.<amount>.<per>` of ours.
  public static Optional<Income> tappedIncome(String choice) {
    Matcher income = INCOME.matcher(choice);
    return income.matches()
        ? Optional.of(
            new Income(
                new Rupiah(Long.parseLong(income.group(1))), Income.Per.valueOf(income.group(2))))
        : Optional.empty();
  }

  /// A code as we give them, however it is typed: `k7m4 92qx`.
  public static Optional<Code> code(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    // why: of `joko A2C4-5678` the name is no half of it
    return code(WRITTEN, upper)
        .or(() -> code(CODE, upper))
        .or(
            () ->
                Optional.of(LETTERS.matcher(text))
                    .filter(Matcher::find)
                    .map(l -> new Code(l.group())));
  }

  /// Whether a code stands in the words as it is written on what we give.
  public static boolean written(String text) {
    return code(WRITTEN, text.toUpperCase(Locale.ROOT)).isPresent();
  }

  private static Optional<Code> code(Pattern shape, String upper) {
    Matcher code = shape.matcher(upper);
    while (code.find()) {
      String both = code.group(1) + code.group(2);
      if (both.chars().anyMatch(Character::isDigit)) {
        return Optional.of(new Code(code.group(1) + '-' + code.group(2)));
      }
    }
    return Optional.empty();
  }

  /// What was sent to a phone: six digits and no more.
  public static Optional<Code> sentCode(String text) {
    Matcher digits = SENT.matcher(joined(text));
    return digits.find() ? Optional.of(new Code(digits.group())) : Optional.empty();
  }

  private static String joined(String digits) {
    return BETWEEN_DIGITS.matcher(digits).replaceAll("");
  }

  /// What proves who somebody is beside their NIK: a receipt code, or the 11 digits of a KPJ.
  public static Optional<Code> proof(String text) {
    Matcher kpj = KPJ.matcher(joined(text));
    return kpj.find() ? Optional.of(new Code(kpj.group())) : code(text);
  }

  public static @Nullable Phone senderPhone(Scene scene) {
    String phone = scene.turn().phone();
    return phone != null && phone.matches(PHONE) ? new Phone(phone) : null;
  }

  /// Addresses the person by name, as Pak or Bu once the NIK tells which.
  public static void address(Scene scene, @Nullable String name, @Nullable Nik nik) {
    if (name != null) {
      String key = nik == null ? "sapa.name" : nik.woman() ? "sapa.bu" : "sapa.pak";
      scene.address(scene.words(key, "nama", called(scene, name)));
    }
  }

  /// The part of a name that somebody is called by: nobody is `Pak I`, `Bu Ni` or `Pak M.`.
  private static String called(Scene scene, String name) {
    String[] parts = name.split(" ");
    for (String part : parts) {
      if (part.length() > 1
          && part.indexOf('.') < 0
          && !scene.heard("sapa.not-called").contains(part.toLowerCase(Locale.ROOT))) {
        return part;
      }
    }
    return parts[0];
  }

  /// Words of the person as they stand, within bounds.
  public static String plain(String text) {
    String bare = text.strip();
    return bare.substring(0, Math.min(LONGEST, bare.length()));
  }

  /// Whether words tell of an accident; who `jatuh sakit` fell ill.
  public static boolean accident(Scene scene, String text) {
    String told = Listed.spaced(text);
    for (String ill : scene.heard("claim.fell-ill-words")) {
      told = told.replace(' ' + ill + ' ', " ");
    }
    return Listed.within(scene, "claim.accident-words", told);
  }

  /// Whether the family says that it happened at work or on the way.
  public static boolean atWork(Scene scene, String text) {
    String bare = text.toLowerCase(Locale.ROOT);
    return scene.heard("claim.at-work-words").stream().anyMatch(sign -> says(scene, bare, sign));
  }

  /// `tidak sedang bekerja` says the contrary of `sedang bekerja`.
  private static boolean says(Scene scene, String text, String sign) {
    int at = text.indexOf(sign);
    String before = at < 0 ? "" : text.substring(0, at).strip().replaceFirst("(?s).*\\s", "");
    return at >= 0 && !scene.heard("claim.denial-words").contains(before);
  }
}
