package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Parsed;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Yes or no, in every language we hear, by word or emoji. `gpp` and its kin are a yes; a no
/// anywhere else outweighs a yes (`ya enggak lah`); a question or "tidak tahu" is neither.
final class YesNoParser {
  private static final int SHORT = 5;
  private static final Set<String> NO_PROBLEM =
      WordTable.words(
          "gpp, gapapa, gppa, gakpapa, gak papa, ga papa, ga apa apa, gak apa apa, "
              + "nggak apa apa, tidak apa apa, tidak apa, tdk apa apa, ga pa pa, gpapa, ndak papa, "
              + "ndakpapa, nggak papa, ngga papa, ora popo, ora opo opo, ra popo, rapopo, orapopo, "
              + "mboten nopo nopo, mboten punapa punapa, mboten napa napa, kada papa, "
              + "kada apa apa, kada papalah, idak apo apo, idak apo, dak apo apo, dak papo, "
              + "tidak masalah, ga masalah, gak masalah, nggak masalah, tidak keberatan, "
              + "ga keberatan, gak keberatan, tidak salah, ga salah, gak salah, nggak salah, "
              + "ora salah, tak rapah, tak arapa, ta apa, tak apa, tak apa apa, gak popo, "
              + "gak opo opo");
  private static final Set<String> UNKNOWN =
      WordTable.words(
          "ga tau, gak tau, gatau, gtau, nggak tau, tidak tahu, tdk tau, tdk tahu, gak tahu, "
              + "ga tahu, kurang tau, kurang tahu, gak ngerti, ora ngerti, ora eruh, ora weruh, "
              + "kada tahu, kada tau, idak tau, dak tau, mboten ngertos, mboten sumerep, mungkin, "
              + "terserah, bingung, ragu, lupa, belum tahu, belum tau, entah, embuh, mbuh, embo, "
              + "kurang yakin, belum yakin");
  private static final Set<String> QUESTION =
      WordTable.words(
          "berapa, brp, apa, kenapa, knp, gimana, gmn, bagaimana, kapan, siapa, dimana, "
              + "pira, piro, piye, pripun, barapa, kayapa, napa, berapo, cakmano, opo, apo, "
              + "apakah, maksudnya, maksude, tanya, nanya, takon");
  private static final Set<String> NO =
      WordTable.words(
          "tidak, tdk, ga, gak, gk, g, ngga, nggak, enggak, engga, engak, kagak, ndak, nda, ndk,"
              + " ora, ra, mboten, boten, bunten, kada, kd, idak, dak, lok, enja, enjak, jangan,"
              + " jgn, belum, blm, blom, belom, durung, dereng, balum, gitak, bukan, bkn, dudu,"
              + " sanes, lain, salah, no, nope, batal, gajadi, tolak, emoh, wegah, moh, ogah, ojo,"
              + " gausah, jan, keliru, henteu, teu, stop, nanti, ntar, mengko, emboten, ta, tak,"
              + " enda, bu ten, besok, sesuk, skip, kurang, berhenti, keberatan, n, males, malas,"
              + " gamau, gaada, gakmau, gabisa, takut, cancel, kd, tida, gx, ndakda");
  private static final Set<String> YES =
      WordTable.words(
          "ya, iya, okee, payo, enggi, iyaa, siapp, iy, iyh, iyaa, yaa, y, yup, yap, yoi, heeh, he,"
              + " eh, nggih, inggih, enggih, injih, nggeh, enggeh, inggeh, engghi, ngge, iye, ghi,"
              + " gi, iyo, yo, yoh, siap, ok, oke, okay, okey, oce, sip, siip, boleh, bole,"
              + " bolehlah, bisa, setuju, betul, btl, bener, benar, bnr, leres, cocok, pas, lanjut,"
              + " lanjutkan, gas, mau, mw, sudah, sdh, udah, wis, wes, sampun, masih, msh, isih,"
              + " tasih, magun, yes, yess, yoo, monggo, mangga, sumangga, silakan, silahkan, sah,"
              + " tentu, pasti, jelas, hooh, oho, iyah, yakin, olle, bender, gelem, purun, kersa,"
              + " muhun, sumuhun, hayu, ayo, lah, deal, acc, aamiin, amin, hakun, handak, nyaan,"
              + " galak, nak, sae, aok, auk, ho, iyalah, yalah, okelah, yowis, yowes, yawes,"
              + " yasudah, hiih, iih, yaudah, yauda, yowislah, okdeh, okedeh, okeh, gaskeun,"
              + " gaskan, tepat, ye, injeh, aman, mantap, mantab, cus, cuss, hayuk, ayok, ayuk,"
              + " minat, tertarik, jadi, ada, punya, pernah, ono, ana, wonten, duwe, gadah, bujur,"
              + " bersedia, bismillah, insyaallah, teruskan, terusin, kirim, terus, sedia, ikut,"
              + " pengen, pingin, kepengen, iyodong, nun, saestu, tasek, bungkus, laksanakan,"
              + " berani, sanggup, siyap, baik");
  private static final Pattern NOTHING_WRONG =
      Pattern.compile(
          " (?:tidak|tdk|ga|gak|nggak|ngga|ndak|ora|mboten|kada|idak|dak|tak) (?:ada |ono |wonten"
              + " )?(?:yang |yg |sing |nang )?(?:salah|masalah|keliru|kleru|lepat|luput) ");
  private static final Set<String> POLITE =
      WordTable.words(
          "saya, sy, aku, kula, kulo, ulun, pak, bu, mas, mbak, maaf, mf, mohon, kalau, klo, kalo,"
              + " wah, oh, aduh, untuk, sekarang, memang, menurut, min, mbah, kak, bang, ngapunten,"
              + " nuwun");
  /// What ends a remark (`oh murah ya`) as well as it says yes.
  private static final Set<String> TAGS = WordTable.words("ya, y, yo, yoh, yaa, lah, eh, yah");

  private static final String YES_SIGNS = "👍👌✅☑✔💯🙆🆗🤝⭕";
  private static final String NO_SIGNS = "👎❌🙅🚫✖⛔❎";

  private static final Pattern REPEATED = Pattern.compile("([a-z])\\1{2,}+");
  private static final Pattern DOUBLED = Pattern.compile("([a-z])\\1++");

  private YesNoParser() {}

  static Parsed<Boolean> parse(String text) {
    var tokens = Token.lex(text);
    String spaced = unrepeated(Phrases.spaced(tokens));
    String[] words = spaced.strip().split(" ");
    if (spaced.isBlank()) {
      return signs(text);
    }
    if (Phrases.any(spaced, UNKNOWN)) {
      return unclear();
    }
    if (Phrases.any(spaced, NO_PROBLEM) || NOTHING_WRONG.matcher(spaced).find()) {
      return new Parsed.Value<>(true);
    }
    return words.length > SHORT ? byFirst(words) : shortOne(words, text);
  }

  private static Parsed<Boolean> shortOne(String[] words, String text) {
    List<String> all = List.of(words);
    boolean asked = all.stream().anyMatch(QUESTION::contains);
    boolean no = all.stream().anyMatch(w -> has(NO, w)) || words[0].equals("aja");
    boolean yes = said(all);
    if (asked || (text.contains("?") && !no)) {
      return unclear();
    }
    return no || yes ? new Parsed.Value<>(!no) : signs(text);
  }

  /// Whether a yes is among the words, not only at the end of a remark.
  private static boolean said(List<String> words) {
    int last = words.size() - 1;
    boolean tag =
        TAGS.contains(words.get(last))
            && words.subList(0, last).stream().anyMatch(w -> !POLITE.contains(w));
    return words.subList(0, tag ? last : last + 1).stream().anyMatch(w -> has(YES, w));
  }

  /// In a longer message the first word that is not mere politeness decides, or nothing does: the
  /// rest is about something else.
  private static Parsed<Boolean> byFirst(String[] words) {
    boolean asked = Arrays.stream(words).anyMatch(QUESTION::contains);
    for (int i = 0; i < (asked ? 1 : words.length - 1); i++) {
      boolean yes = has(YES, words[i]);
      if (yes || has(NO, words[i])) {
        return new Parsed.Value<>(yes && !has(NO, words[i]) && !has(NO, words[i + 1]));
      }
      if (!POLITE.contains(words[i])) {
        return unclear();
      }
    }
    return unclear();
  }

  private static boolean has(Set<String> known, String word) {
    return known.contains(word) || known.contains(DOUBLED.matcher(word).replaceAll("$1"));
  }

  private static Parsed<Boolean> signs(String text) {
    boolean yes = text.codePoints().anyMatch(c -> YES_SIGNS.indexOf(c) >= 0);
    boolean no = text.codePoints().anyMatch(c -> NO_SIGNS.indexOf(c) >= 0);
    return yes == no ? unclear() : new Parsed.Value<>(yes);
  }

  private static Parsed<Boolean> unclear() {
    return new Parsed.Invalid<>("yesno.unclear", "");
  }

  /// `iyaaa` is `iya`, `okkk` is `ok`.
  private static String unrepeated(String spaced) {
    return REPEATED.matcher(spaced).replaceAll("$1");
  }
}
