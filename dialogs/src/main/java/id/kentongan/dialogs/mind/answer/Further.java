package id.kentongan.dialogs.mind.answer;

import id.kentongan.dialogs.content.Particulars.Question;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.scene.Doubt;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import java.util.Optional;

/// A question that goes on with an answer and that the same answer would only repeat: after what an
/// agent is, whether agents can be trusted. Known by words that content lists.
final class Further {
  /// As many words as only go on with the question before.
  private static final int BRIEF = 6;

  /// As many, where the Ear hears no other subject in them.
  private static final int LONGER = 7;

  private Further() {}

  /// The wish that words go on to, after an answer to that subject.
  static Optional<String> asked(Scene scene, String before, Understood words) {
    int size = Listed.tokens(words.text()).size();
    boolean other = Doubt.of(words) instanceof Doubt.Sure(String sure) && !sure.equals(before);
    if (Listed.any(scene, "further.other-words", words.text())) {
      return Optional.empty();
    }
    return size > (other ? BRIEF : LONGER)
        ? Optional.empty()
        : scene.content().particulars().further().stream()
            .filter(one -> one.after().contains(before))
            .filter(one -> Listed.any(scene, one.key() + ".words", words.text()))
            .map(Question::key)
            .findFirst();
  }

  /// Answers, and offers the next steps; false for other wishes. The subject stays.
  static boolean answered(Scene scene, Opening opening) {
    Optional<Question> asked =
        Particular.named(scene.content().particulars().further(), opening.intent());
    asked.ifPresent(one -> Particular.answer(scene, one));
    return asked.isPresent();
  }
}
