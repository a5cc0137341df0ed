package id.kentongan.dialogs.mind.heard;

import id.kentongan.dialogs.ear.Parsed;
import id.kentongan.dialogs.ear.ToldPhone;
import id.kentongan.dialogs.mind.scene.Marked;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Phone;
import id.kentongan.dialogs.values.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Who somebody is, as a message tells it beside other things: the name and the village behind a
/// word that announces them, a NIK and a phone number by their own look.
public record Whom(
    Optional<String> name, Optional<Nik> nik, Optional<Phone> phone, Optional<Place> village) {
  /// Sixteen digits, as they are typed from the card: in groups or in one row.
  private static final Pattern NIK =
      Pattern.compile("(?<!\\d|\\d[ .-])[1-9](?:[ .-]?\\d){15}(?![ .-]?\\d)");

  private static final int LONGEST_NAME = 5;

  private static final Pattern PHONE =
      Pattern.compile("(?<![\\d+])(?:\\+?62|0)[ -]?8\\d(?:[ -]?\\d){7,11}(?!\\d)");

  public static Whom of(Scene scene, String text) {
    Marked marked = Marked.of(scene, text);
    boolean digits = digits(text);
    return new Whom(
        marked
            .behind("facts.name-signs")
            .flatMap(n -> value(scene.content().parsers().personName(n))),
        digits ? nik(scene, text) : Optional.empty(),
        // why: `3511 0851 0183 0004` holds what looks like a number of a phone
        digits ? phone(scene, NIK.matcher(text).replaceAll(" ")) : Optional.empty(),
        marked
            .behind("facts.village-signs")
            .flatMap(v -> village(scene, v))
            .or(() -> digits ? behindNik(scene, marked) : Optional.empty()));
  }

  /// The village right behind a NIK, where one line tells all: `Rudi 3510... kedungasri hp 08...`.
  private static Optional<Place> behindNik(Scene scene, Marked marked) {
    List<String> words = marked.words();
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.get(i).matches("[1-9]\\d{15}")) {
        String rest = marked.from(i + 1);
        return rest.isEmpty() ? Optional.empty() : village(scene, rest);
      }
    }
    return Optional.empty();
  }

  /// The name right before a NIK, as it stands in lists: `tolong daftarkan ya: Bu Ngatini NIK ...`.
  public static Optional<String> beforeNik(Scene scene, String text) {
    var nik = NIK.matcher(text);
    if (!nik.find()) {
      return Optional.empty();
    }
    Set<String> idle = scene.heard("enroll.other.lead-words");
    List<String> words = List.of(text.substring(0, nik.start()).strip().split("\\s+"));
    int end = words.size();
    while (end > 0 && idle.contains(bare(words.get(end - 1)))) {
      end--;
    }
    int from = end;
    while (from > 0
        && !idle.contains(bare(words.get(from - 1)))
        && (from == end || !words.get(from - 1).matches(".*[,;:.]"))) {
      from--;
    }
    return end - from > LONGEST_NAME
        ? Optional.empty()
        : value(scene.content().parsers().personName(String.join(" ", words.subList(from, end))));
  }

  private static String bare(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
  }

  boolean empty() {
    return name.isEmpty() && nik.isEmpty() && phone.isEmpty() && village.isEmpty();
  }

  private static Optional<Nik> nik(Scene scene, String text) {
    return NIK.matcher(text).find()
        ? value(scene.content().parsers().nik(text, scene.today()))
        : Optional.empty();
  }

  private static Optional<Phone> phone(Scene scene, String text) {
    var found = PHONE.matcher(text);
    return found.find()
            && scene.content().parsers().phone(found.group())
                instanceof Parsed.Value<ToldPhone>(ToldPhone.Given(Phone phone))
        ? Optional.of(phone)
        : Optional.empty();
  }

  private static boolean digits(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isDigit(text.charAt(at))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Place> village(Scene scene, String named) {
    return value(scene.content().places().find(named));
  }

  private static <V> Optional<V> value(Parsed<V> parsed) {
    return parsed instanceof Parsed.Value<V>(V value) ? Optional.of(value) : Optional.empty();
  }
}
