package id.kentongan.dialogs.mind.answer;

import id.kentongan.dialogs.mind.enroll.Enroll;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A question that the Ear has no name for, and whose answer the answer to something near would
/// miss: known by words that content lists, one of each list, and answered in words of its own.
/// `next` are the choices shown below.
public record Particular(String key, List<String> next) {
  private static final String HERE = "particular.not-here";
  private static final String NOT_MEMBER = "particular.not-member";

  /// The price: the work told before is what it is for.
  private static final String PRICE = Commands.DO + Contribution.INTENT;

  private static final List<Particular> ALL =
      List.of(
          new Particular("particular.platform", List.of("do.enroll.start", "do.status.membership")),
          new Particular("particular.abroad", List.of("do.ask.office", "do.ask.eligibility")),
          new Particular("particular.phone-lost", List.of("do.status.membership", Commands.HUMAN)),
          new Particular("particular.no-news", List.of(Commands.HUMAN)),
          new Particular("particular.overpaid", List.of("do.status.contribution", Commands.HUMAN)),
          new Particular("particular.rejected", List.of(Commands.HUMAN, "do.status.claim")),
          new Particular("particular.not-found", List.of(Commands.HUMAN, "do.claim.jkm.start")),
          new Particular("particular.not-at-work", List.of("do.claim.jkk.start", "do.ask.jkk")),
          new Particular(NOT_MEMBER, List.of("do.status.membership", "do.claim.jkk.start")),
          new Particular("particular.nik", List.of("do.enroll.start", "do.privacy.ask")),
          new Particular(HERE, List.of(Commands.HUMAN)),
          new Particular("particular.employer", List.of("do.enroll.start", Commands.HUMAN)),
          new Particular("particular.daily", List.of("do.enroll.start", PRICE)),
          new Particular(
              "particular.not-handed-on", List.of(Commands.HUMAN, "do.status.contribution")),
          new Particular(
              "particular.handed-over", List.of("do.status.contribution", Commands.HUMAN)),
          new Particular("particular.seasonal", List.of(PRICE, "do.enroll.start")),
          new Particular("particular.pays-for", List.of("do.ask.payment", PRICE)),
          new Particular("particular.aid-kept", List.of("do.enroll.start", Commands.HUMAN)),
          new Particular("particular.must", List.of("do.ask.eligibility", "do.enroll.start")),
          new Particular("particular.others-damage", List.of("do.ask.jkk", Commands.HUMAN)),
          new Particular(
              "particular.not-working", List.of("do.enroll.start", "do.ask.eligibility")),
          new Particular("particular.arrears-hurt", List.of("do.claim.jkk.start", Commands.HUMAN)),
          new Particular("particular.wives", List.of("do.ask.heirs", Commands.HUMAN)),
          new Particular("particular.other-dies", List.of("do.ask.jkk", Commands.HUMAN)),
          new Particular("particular.aid", List.of("do.ask.program", Commands.HUMAN)),
          new Particular("particular.collects", List.of("do.ask.agent", "do.ask.payment")),
          new Particular("particular.off-season", List.of("do.ask.arrears", PRICE)),
          new Particular("particular.card-made", List.of("do.ask.requirements", Commands.HUMAN)),
          new Particular("particular.free", List.of(PRICE, "do.enroll.start")),
          new Particular("particular.refund", List.of("do.ask.jht.withdraw", "do.ask.jht")));

  /// What is done elsewhere: who asks then whether it can be done here is not to be enrolled.
  private static final Set<String> ELSEWHERE =
      Set.of(
          "ask.jht.withdraw",
          "status.balance",
          "ask.data_change",
          "ask.card.lost",
          "ask.office",
          "ask.app");

  private static final List<String> LISTS = List.of("who-words", "what-words", "why-words");

  /// The wish that words stand for; nothing where another form than to enrol is open.
  public static Optional<String> asked(Scene scene, @Nullable State top, String text) {
    if (top != null && !(top instanceof Enroll.Waiting && Reading.questioning(scene, text, ""))) {
      return Optional.empty();
    }
    String told = Listed.spaced(text);
    return ALL.stream().filter(one -> one.meant(scene, told)).map(Particular::key).findFirst();
  }

  /// Whether somebody is told to be no member yet, whom a report or a claim is begun for.
  public static boolean notMember(Scene scene, String text) {
    return Listed.any(scene, NOT_MEMBER + ".who-words", text);
  }

  private boolean meant(Scene scene, String told) {
    String subject = scene.learnt().subject();
    if (key.equals(HERE) && (subject == null || !ELSEWHERE.contains(subject))) {
      return false;
    }
    return LISTS.stream().allMatch(list -> Listed.within(scene, key + '.' + list, told))
        && !Listed.within(scene, key + ".not-words", told);
  }

  /// Answers, and offers the next steps; false for other wishes.
  static boolean answered(Scene scene, Opening opening) {
    var asked = ALL.stream().filter(one -> one.key.equals(opening.intent())).findFirst();
    asked.ifPresent(
        one -> {
          if (one.next.contains(PRICE)) {
            Contribution.keep(scene, opening);
          }
          one.answer(scene);
        });
    return asked.isPresent();
  }

  private void answer(Scene scene) {
    scene.say(key + ".answer");
    scene.offerNext(next.stream());
  }
}
