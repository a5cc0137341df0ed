package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.ear.parse.Heard;
import id.kentongan.dialogs.mind.claim.Bereaved;
import id.kentongan.dialogs.mind.claim.Claim;
import id.kentongan.dialogs.mind.heard.Corrections;
import id.kentongan.dialogs.mind.heard.Names;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Marked;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who says nothing but how they are called, where nothing runs (`nama saya cuma Joko`): they are
/// greeted by it and asked what they want. The name is not kept.
final class Greeted {
  /// As many words as a name has.
  private static final int LONGEST = 4;

  private Greeted() {}

  /// Greets back; false when more, or something else, is told.
  static boolean byName(Scene scene, @Nullable State top, Understood words) {
    if (top != null
        || Claim.MOURNING.equals(scene.learnt().subject())
        || Reading.questioning(scene, words)
        || Corrections.signed(scene, words)
        || Names.happened(scene, words.text())) {
      return false;
    }
    Optional<String> name = name(scene, words.text());
    if (name.isPresent() && Listed.any(scene, Heard.RELATION_LATE.key(), words.text())) {
      return Bereaved.named(scene, words);
    }
    name.ifPresent(
        told -> {
          Told.address(scene, told, null);
          scene.ask(
              scene.choices("do.enroll.start", "do.status.membership", Commands.MENU),
              "unasked.name");
        });
    return name.isPresent();
  }

  /// The only words that neither say whose name it is nor stand beside it; without the word `nama`
  /// they are written as a name.
  private static Optional<String> name(Scene scene, String text) {
    Marked marked = Marked.of(scene, text);
    Set<String> signs = marked.listed("facts.name-signs");
    Set<String> own = marked.listed("claim.relation-own");
    Set<String> beside = marked.listed("unasked.name-words");
    Set<String> titles = marked.listed("facts.titles");
    var name = new ArrayList<String>();
    boolean announced = false;
    boolean self = false;
    for (int i = 0; i < marked.words().size(); i++) {
      String word = marked.low(i);
      announced |= signs.contains(word);
      self |= own.contains(word);
      if (!signs.contains(word)
          && !own.contains(word)
          && !beside.contains(word)
          && !titles.contains(word)
          && !word.equals(",")) {
        name.add(marked.words().get(i));
      }
    }
    return named(scene, name, announced, self);
  }

  private static Optional<String> named(
      Scene scene, List<String> name, boolean announced, boolean self) {
    boolean written = name.stream().allMatch(w -> Character.isUpperCase(w.charAt(0)));
    String whole = String.join(" ", name);
    boolean work = scene.content().occupations().named(whole.toLowerCase(Locale.ROOT)).isPresent();
    return !name.isEmpty() && name.size() <= LONGEST && (announced || (self && written)) && !work
        ? Names.alone(scene, whole)
        : Optional.empty();
  }
}
