package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.agent.AgentLogin;
import id.kentongan.dialogs.mind.answer.Contribution;
import id.kentongan.dialogs.mind.claim.ClaimTold;
import id.kentongan.dialogs.mind.enroll.Enroll;
import id.kentongan.dialogs.mind.enroll.EnrollExtras;
import id.kentongan.dialogs.mind.enroll.EnrollOther;
import id.kentongan.dialogs.mind.heard.Children;
import id.kentongan.dialogs.mind.heard.Facts;
import id.kentongan.dialogs.mind.heard.Jobs;
import id.kentongan.dialogs.mind.heard.KinsWork;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Doubt;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Marked;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.values.Occupation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Values told where nothing was asked: a NIK alone, an occupation alone. They are no wish, but it
/// is easy to ask which wish they are for.
final class Unasked {
  /// As many words as say what somebody does and where: `jualan sayur di pasar`.
  private static final int BRIEF = 5;

  private static final String OFFICE = "ask.office";
  private static final String CHANGE = "ask.data_change";

  /// As many words as say where an office should be.
  private static final int NEAR = 3;

  /// A code of ours and nothing else, as it is copied.
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{4}-[A-Z0-9]{4}");

  private Unasked() {}

  /// Asks what the value is for; false when there is none, or a form is open.
  static boolean told(Scene scene, @Nullable State top, Understood words) {
    if (top != null) {
      return false;
    }
    if (ClaimTold.nik(scene, words).isPresent()) {
      boolean agent = scene.fact(AgentLogin.AGENT) != null;
      scene.ask(
          scene.choices(
              Commands.DO + (agent ? EnrollOther.INTENT : Enroll.INTENT),
              "do.status.membership",
              "do.claim.jkm.start"),
          "unasked.nik");
      return true;
    }
    if (CODE.matcher(words.text().strip()).matches() && Told.code(words.text()).isPresent()) {
      scene.ask(
          scene.choices("do.status.membership", "do." + AgentLogin.INTENT, Commands.MENU),
          "unasked.code");
      return true;
    }
    if (office(scene, words)) {
      scene.ask(scene.choices(Commands.HUMAN, Commands.MENU), "unasked.office");
      return true;
    }
    Optional<Occupation> work = occupation(scene, words);
    if (work.isEmpty() && changed(scene, words)) {
      scene.ask(scene.choices(Commands.HUMAN, Commands.MENU), "unasked.changed");
      return true;
    }
    if (work.isPresent() && theirs(scene, words)) {
      KinsWork.begin(scene);
    }
    work.ifPresent(o -> work(scene, o, Facts.of(scene, words).jobs()));
    return work.isPresent();
  }

  /// Children at school, told without a question: `anak saya 2 masih sd`.
  static boolean pupils(Scene scene, @Nullable State top, Understood words) {
    return top == null
        && Listed.tokens(words.text()).size() <= BRIEF
        && !Children.of(scene, words.text()).levels().isEmpty();
  }

  /// Where somebody lives, after the question for an office: `banyuwangi`, `yang di jember`.
  private static boolean office(Scene scene, Understood words) {
    return OFFICE.equals(scene.learnt().subject())
        && words.best().intent().equals(Doubt.OUT_OF_SCOPE)
        && Listed.tokens(words.text()).size() <= NEAR
        && !Reading.questioning(scene, words);
  }

  /// What the record should say, after the question how it is changed: `yang lama hilang`.
  private static boolean changed(Scene scene, Understood words) {
    return CHANGE.equals(scene.learnt().subject())
        && words.best().intent().equals(Doubt.OUT_OF_SCOPE)
        && Listed.tokens(words.text()).size() <= BRIEF
        && !Reading.questioning(scene, words);
  }

  /// Digits alone, or a NIK and hardly a word beside it (`nik nya 3510...`), and no question.
  static boolean onlyNumber(Scene scene, Understood words) {
    return words.text().chars().noneMatch(Character::isLetter)
        || (Listed.tokens(words.text()).size() <= NEAR + 1
            && ClaimTold.nik(scene, words).isPresent()
            && !Reading.questioning(scene, words));
  }

  private static void work(Scene scene, Occupation work, Jobs told) {
    if (told.relatives()) {
      KinsWork.begin(scene);
    }
    scene.remember(Contribution.OCCUPATION, work.name());
    scene.remember(Contribution.SECTOR, work.sector().name());
    told.second().ifPresent(o -> scene.remember(EnrollExtras.SECOND, o.name()));
    scene.ask(
        scene.choices("do.enroll.start", "do.ask.contribution", Commands.MENU),
        told.second().isEmpty() ? "unasked.occupation" : "unasked.occupations",
        "pekerjaan",
        EnrollExtras.jobs(scene, work.name(), told.second().map(Occupation::name).orElse(null)));
  }

  /// `dia tani`: somebody else's work.
  private static boolean theirs(Scene scene, Understood words) {
    List<String> told = Listed.tokens(words.text());
    return told.size() > 1
        && told.size() <= BRIEF
        && scene.heard("claim.they-words").contains(told.getFirst())
        && !Listed.any(scene, "facts.negations", words.text())
        && !Reading.questioning(scene, words);
  }

  /// The occupation that the whole message is about: `ulun bajualan di pasar`; `bisa ga` behind it
  /// denies nothing.
  private static Optional<Occupation> occupation(Scene scene, Understood words) {
    if (Marked.of(scene, words.text()).behind("facts.name-signs").isPresent()) {
      return Optional.empty();
    }
    List<String> told = Listed.tokens(words.text());
    if (theirs(scene, words)) {
      return Jobs.leading(scene, String.join(" ", told.subList(1, told.size())));
    }
    boolean tag = !told.isEmpty() && scene.heard("question.tags").contains(told.getLast());
    String text = String.join(" ", tag ? told.subList(0, told.size() - 1) : told);
    if (Listed.any(scene, "facts.negations", text)) {
      return Optional.empty();
    }
    boolean brief = told.size() <= BRIEF && !Reading.questioning(scene, words);
    return Facts.of(scene, words)
        .occupation()
        .or(() -> brief ? Jobs.leading(scene, text) : Optional.empty());
  }
}
