package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Spelling;
import id.kentongan.dialogs.values.Relation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A word of kinship. `asSelf` is what the sender is who says "saya <kin>nya", `asOther` what the
/// sender is whose <kin> died; likeliest first.
enum Kin {
  WIFE,
  HUSBAND,
  SPOUSE,
  CHILD,
  PARENT,
  GRANDPARENT,
  GRANDCHILD,
  SIBLING,
  PARENT_IN_LAW,
  CHILD_IN_LAW,
  WILL,
  OTHER;

  private static final Map<String, Kin> WORDS =
      WordTable.of(
          Map.ofEntries(
              Map.entry(WIFE, "istri isteri bini binik bine istr istrii janda pamajikan"),
              Map.entry(HUSBAND, "suami laki lake swami sumai suwami duda salaki caroge"),
              Map.entry(SPOUSE, "bojo semah garwa garwo pasangan sigaran"),
              Map.entry(CHILD, "anak ank putra putri putro anaknda yoga budak"),
              Map.entry(
                  PARENT,
                  "bapak bpk ayah abah papa ibu ibuk mak emak mama mamak umi umak biyung ayahanda"
                      + " ibunda bapa amak simbok mbok ortu orangtua eppa eppak ebu ebuk embuk rama"
                      + " romo kuitan ebak bak abi bunda mami papi biang"),
              Map.entry(
                  GRANDPARENT,
                  "kakek nenek mbah simbah eyang kai nini embah datuk nek yai nyai kakung opa oma"),
              Map.entry(GRANDCHILD, "cucu putu cucung cucuk kompoy"),
              Map.entry(
                  SIBLING,
                  "kakak adik adek saudara kakang mbakyu mbak abang dulur sedulur dingsanak ading"
                      + " taretan ayuk kaka ade adi kk_kandung rayi raka sodara tretan alek"
                      + " kangmas mas kakanda adinda lanceuk"),
              Map.entry(
                  PARENT_IN_LAW,
                  "mertua mentua maratuha morotuwo marasepuh mattowa mertuwo mintuha moro"),
              Map.entry(CHILD_IN_LAW, "menantu mantu minantu manto"),
              Map.entry(WILL, "wasiat"),
              Map.entry(
                  OTHER,
                  "paman bibi om tante keponakan ponakan sepupu tetangga teman konco perangkat"
                      + " kades ipar bulik paklik pakde budhe bude kenalan tunangan mantan bibik"
                      + " kerabat misan majikan bos rekan kader rt rw pambakal tonggo tatangga uwak"
                      + " pacar acil julak besan kawan konconya calon kawannya paklek bulek buklik"
                      + " bukde")));
  private static final List<String> SUFFIXES =
      List.of("nya", "ne", "na", "nipun", "ipun", "e", "ku", "ke");

  /// Its plain word.
  String word() {
    return switch (this) {
      case WIFE -> "istri";
      case HUSBAND -> "suami";
      case SPOUSE -> "bojo";
      case CHILD -> "anak";
      case PARENT -> "orangtua";
      case GRANDPARENT -> "kakek";
      case GRANDCHILD -> "cucu";
      case SIBLING -> "saudara";
      case PARENT_IN_LAW -> "mertua";
      case CHILD_IN_LAW -> "menantu";
      case WILL -> "wasiat";
      case OTHER -> "kerabat";
    };
  }

  List<Relation> asSelf() {
    return switch (this) {
      case WIFE -> List.of(Relation.WIFE);
      case HUSBAND -> List.of(Relation.HUSBAND);
      case SPOUSE -> List.of(Relation.WIFE, Relation.HUSBAND);
      case CHILD -> List.of(Relation.CHILD);
      case PARENT -> List.of(Relation.PARENT);
      case GRANDPARENT -> List.of(Relation.GRANDPARENT);
      case GRANDCHILD -> List.of(Relation.GRANDCHILD);
      case SIBLING -> List.of(Relation.SIBLING);
      case PARENT_IN_LAW -> List.of(Relation.PARENT_IN_LAW);
      case WILL -> List.of(Relation.WILL);
      case CHILD_IN_LAW, OTHER -> List.of(Relation.OTHER);
    };
  }

  List<Relation> asOther() {
    return switch (this) {
      case WIFE -> List.of(Relation.HUSBAND);
      case HUSBAND -> List.of(Relation.WIFE);
      case CHILD -> List.of(Relation.PARENT);
      case PARENT -> List.of(Relation.CHILD);
      case GRANDPARENT -> List.of(Relation.GRANDCHILD);
      case GRANDCHILD -> List.of(Relation.GRANDPARENT);
      case CHILD_IN_LAW -> List.of(Relation.PARENT_IN_LAW);
      case SPOUSE, SIBLING, WILL -> asSelf();
      case PARENT_IN_LAW, OTHER -> List.of(Relation.OTHER);
    };
  }

  /// A kin word with what hangs on it: `suamiku` is the speaker's, `istrinya` another's.
  record Said(Kin kin, String suffix) {}

  /// The kin that a mistyped word may mean.
  static Optional<Said> near(String word) {
    return WORDS.keySet().stream()
        .filter(known -> Spelling.near(word, known))
        .sorted()
        .findFirst()
        .flatMap(Kin::of);
  }

  static Optional<Said> of(String word) {
    Kin whole = WORDS.get(word);
    if (whole != null) {
      return Optional.of(new Said(whole, ""));
    }
    for (String suffix : SUFFIXES) {
      Kin stem =
          word.endsWith(suffix)
              ? WORDS.get(word.substring(0, word.length() - suffix.length()))
              : null;
      if (stem != null) {
        return Optional.of(new Said(stem, suffix));
      }
    }
    return Optional.empty();
  }
}
