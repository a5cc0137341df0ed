package id.kentongan.dialogs.ear.parse;

import java.util.List;
import java.util.regex.Pattern;

/// Kinship told in several words, as the one word that it means: `pak lek` is an uncle, `bapak
/// mertua` a father-in-law, `bapaknya anak-anak` the speaker's husband. On text in small letters.
final class KinPhrases {
  private record Phrase(Pattern said, String meant) {
    static Phrase of(String said, String meant) {
      return new Phrase(Pattern.compile("\\b(?:" + said + ")\\b"), meant);
    }
  }

  private static final List<Phrase> PHRASES =
      List.of(
          Phrase.of("laki ?-? ?laki|laki ?2", "lakilaki"),
          Phrase.of(
              "(?:pak|bu|buk|mak) ?-?(?:lek|lik|de|dhe|puh|cik|gedhe|tuo)(?:ku|ne|e)?", "paman"),
          Phrase.of(
              "(?:bapak|ibu|ayah|mak|emak|abah|mama|ibuk)(?:ku|nya)? (?:mertua|mertuo)", "mertua"),
          Phrase.of("(?:adik|kakak|adek|abang|mbak|mas) ipar", "ipar"),
          Phrase.of("anak (?:mantu|menantu|minantu)", "menantu"),
          Phrase.of(
              "(?:wong|tiang|orang|oreng|urang|rang) (?:tuwa|tuwo|tuo|tua|sepuh|towa|tuha)",
              "orangtua"),
          Phrase.of(
              "(?:wong|tiang|orang|oreng|urang|rang) (?:tuwa|tuwo|tuo|tua)(ku|ne|nya)",
              "orangtua$1"),
          Phrase.of("bojo(?:ku)? lanang(?:ku|e)?", "suami"),
          Phrase.of("bojo(?:ku)? wedok(?:ku|e)?", "istri"),
          Phrase.of("mbah (?:putri|kakung|lanang|wedok|uti|kung)", "mbah"),
          Phrase.of(
              "(?:bapak|ayah|abah|bapa)(?:nya|e|ne|ke|ipun) (?:anak|bocah|lare|arek)"
                  + "(?:[ -]?(?:anak|bocah|lare|arek))?(?:e|ku| saya| kami)?",
              "suami saya"),
          Phrase.of(
              "(?:ibu|ibuk|mak|emak|mama)(?:nya|e|ne|ke|ipun) (?:anak|bocah|lare|arek)"
                  + "(?:[ -]?(?:anak|bocah|lare|arek))?(?:e|ku| saya| kami)?",
              "istri saya"),
          Phrase.of("calon (?:istri|suami|bojo)(?:nya|ku|ne)?", "calon"),
          Phrase.of(
              "(?:(?:saya|sy|aku|kula|kulo|ulun) )?ditinggal (?:mati |pergi |wafat |seda )?"
                  + "(?:sama |oleh |karo )?([a-z]{2,12})(?: saya)?",
              "$1 saya meninggal"));

  private KinPhrases() {}

  static String joined(String plain) {
    String joined = plain;
    for (Phrase phrase : PHRASES) {
      joined = phrase.said().matcher(joined).replaceAll(phrase.meant());
    }
    return joined;
  }
}
