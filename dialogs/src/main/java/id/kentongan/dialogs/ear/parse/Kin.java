package id.kentongan.dialogs.ear.parse;

import id.kentongan.dialogs.ear.Spelling;
import id.kentongan.dialogs.values.Relation;
import java.util.Comparator;
import java.util.List;
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

  /// A kin word; `suamiku` is the speaker's own, `istrinya` another's.
  record Said(Kin kin, boolean own) {}

  /// The known word that a mistyped one may mean.
  static Optional<String> near(String word, ValueWords heard) {
    return heard.kinJoined.keySet().stream()
        .filter(known -> Spelling.near(word, known))
        .min(Comparator.naturalOrder());
  }

  static Optional<Said> of(String word, ValueWords heard) {
    Kin whole = heard.kinJoined.get(word);
    if (whole != null) {
      return Optional.of(new Said(whole, false));
    }
    for (String ending : heard.kinEndings) {
      Kin stem =
          word.endsWith(ending)
              ? heard.kinJoined.get(word.substring(0, word.length() - ending.length()))
              : null;
      if (stem != null) {
        return Optional.of(new Said(stem, heard.has(Heard.KIN_OWN, ending)));
      }
    }
    return Optional.empty();
  }
}
