package id.kentongan.dialogs.mind.answer;

import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.agent.AgentLogin;
import id.kentongan.dialogs.mind.enroll.EnrollOther;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Doubt;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A question that goes on with an answer and that the same answer would only repeat: after what an
/// agent is, whether agents can be trusted. Known by words that content lists.
record Further(String key, Set<String> subjects, String answer, List<String> next) {
  /// As many words as only go on with the question before.
  private static final int BRIEF = 5;

  /// As many, where the Ear hears no other subject in them.
  private static final int LONGER = 7;

  private static final Set<String> AGENT = Set.of("ask.agent");
  private static final Set<String> FRAUD = Set.of("ask.fraud");
  private static final Set<String> HEIRS = Set.of("ask.heirs");
  private static final Set<String> SAVINGS = Set.of("ask.jht", "ask.jht.withdraw");
  private static final Set<String> WORTH =
      Set.of("hesitate", "ask.program", "ask.contribution", "ask.jkk", "ask.jkm");

  private static final List<Further> ALL =
      List.of(
          of("agent-trust", AGENT, "do.ask.fraud", Commands.HUMAN),
          of("agent-pay", AGENT, "do.ask.office", Commands.HUMAN),
          of("agent-join", AGENT, "do.ask.office", "do." + AgentLogin.INTENT),
          of("agent-work", AGENT, "do.enroll.start", "do.ask.fraud"),
          of("fraud-agent", FRAUD, Commands.HUMAN, "do.ask.agent"),
          of("code-given", FRAUD, Commands.HUMAN, "do.ask.office"),
          of("fraud-paid", FRAUD, "do.status.contribution", Commands.HUMAN),
          new Further(
              "further.other-away",
              Set.of(EnrollOther.INTENT),
              "enroll.other.how-short",
              List.of("do.enroll.start", "do.agent.login")),
          of("fraud-sent", FRAUD, Commands.HUMAN, "do.privacy.ask"),
          of("heirs-parents", HEIRS, "do.ask.claim.documents", Commands.HUMAN),
          of("heirs-siblings", HEIRS, "do.ask.claim.documents", Commands.HUMAN),
          of("heirs-in-law", HEIRS, "do.ask.claim.documents", Commands.HUMAN),
          of("heirs-single", HEIRS, "do.ask.claim.documents", Commands.HUMAN),
          of("heirs-others", HEIRS, "do.ask.claim.documents", Commands.HUMAN),
          of("worth-saving", WORTH, "do.ask.jkk", "do.ask.jht"),
          of("worth-lost", WORTH, "do.ask.jht", "do.ask.jkm"),
          of("card-late", Set.of("card.get"), Commands.HUMAN, "do.status.membership"),
          of("arrears-again", Set.of("ask.arrears"), Commands.HUMAN, "do.status.contribution"),
          of("savings-stopped", SAVINGS, "do.ask.app", Commands.HUMAN),
          of("savings-death", SAVINGS, "do.ask.heirs", "do.claim.jkm.start"),
          of("savings-yield", SAVINGS, "do.ask.jht.withdraw", "do.enroll.start"));

  private static Further of(String name, Set<String> subjects, String... next) {
    String key = "further." + name;
    return new Further(key, subjects, key + ".answer", List.of(next));
  }

  /// The wish that words go on to, after an answer to that subject.
  static Optional<String> asked(Scene scene, String before, Understood words) {
    int size = Listed.tokens(words.text()).size();
    boolean other = Doubt.of(words) instanceof Doubt.Sure(String sure) && !sure.equals(before);
    if (Listed.any(scene, "further.other-words", words.text())) {
      return Optional.empty();
    }
    return ALL.stream()
        .filter(one -> one.subjects.contains(before))
        .filter(_ -> size <= (other ? BRIEF : LONGER))
        .filter(one -> Listed.any(scene, one.key + ".words", words.text()))
        .map(Further::key)
        .findFirst();
  }

  /// Answers, and offers the next steps; false for other wishes. The subject stays.
  static boolean answered(Scene scene, Opening opening) {
    var asked = ALL.stream().filter(one -> one.key.equals(opening.intent())).findFirst();
    asked.ifPresent(
        one -> {
          scene.say(one.answer);
          scene.offerNext(one.next.stream());
        });
    return asked.isPresent();
  }
}
