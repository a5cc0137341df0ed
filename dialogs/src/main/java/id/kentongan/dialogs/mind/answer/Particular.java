package id.kentongan.dialogs.mind.answer;

import id.kentongan.dialogs.content.Particulars.Question;
import id.kentongan.dialogs.mind.enroll.Enroll;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.member.Status;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.State;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A question that the Ear has no name for, and whose answer the answer to something near would
/// miss: known by words that content lists, one of each list, and answered in words of its own.
public final class Particular {
  private static final String NOT_MEMBER = "particular.not-member";
  private static final List<String> LISTS = List.of("who-words", "what-words", "why-words");

  private Particular() {}

  /// The wish that words stand for; nothing where words may be the value of another form's field.
  public static Optional<String> asked(Scene scene, @Nullable State top, String text) {
    boolean free =
        top == null
            || top instanceof Status.Waiting
            || (top instanceof Enroll.Waiting && Reading.questioning(scene, text, ""));
    if (!free) {
      return Optional.empty();
    }
    String told = Listed.spaced(text);
    return scene.content().particulars().particular().stream()
        .filter(one -> meant(scene, one, told))
        .map(Question::key)
        .findFirst();
  }

  /// Whether somebody is told to be no member yet, whom a report or a claim is begun for.
  public static boolean notMember(Scene scene, String text) {
    return Listed.any(scene, NOT_MEMBER + ".who-words", text);
  }

  private static boolean meant(Scene scene, Question one, String told) {
    String subject = scene.learnt().subject();
    boolean here = one.after().isEmpty() || (subject != null && one.after().contains(subject));
    return here
        && LISTS.stream().allMatch(list -> Listed.within(scene, one.key() + '.' + list, told))
        && !Listed.within(scene, one.key() + ".not-words", told);
  }

  /// Answers, and offers the next steps; false for other wishes.
  static boolean answered(Scene scene, Opening opening) {
    Optional<Question> asked = named(scene.content().particulars().particular(), opening.intent());
    asked.ifPresent(
        one -> {
          if (one.next().contains(Contribution.INTENT)) {
            // why: the work told before is what the price is for
            Contribution.keep(scene, opening);
          }
          answer(scene, one);
        });
    return asked.isPresent();
  }

  static Optional<Question> named(List<Question> questions, String key) {
    return questions.stream().filter(one -> one.key().equals(key)).findFirst();
  }

  static void answer(Scene scene, Question one) {
    scene.say(one.key() + ".answer");
    scene.offerNext(
        one.next().stream().map(step -> step.equals(Commands.HUMAN) ? step : Commands.DO + step));
  }
}
