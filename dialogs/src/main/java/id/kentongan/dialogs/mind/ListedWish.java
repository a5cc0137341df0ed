package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.mind.accident.Accident;
import id.kentongan.dialogs.mind.agent.AgentCheck;
import id.kentongan.dialogs.mind.agent.AgentLogin;
import id.kentongan.dialogs.mind.agent.AgentRecap;
import id.kentongan.dialogs.mind.agent.Batch;
import id.kentongan.dialogs.mind.agent.Sponsor;
import id.kentongan.dialogs.mind.answer.Particular;
import id.kentongan.dialogs.mind.answer.Remarks;
import id.kentongan.dialogs.mind.claim.Visit;
import id.kentongan.dialogs.mind.enroll.Enroll;
import id.kentongan.dialogs.mind.enroll.EnrollOther;
import id.kentongan.dialogs.mind.enroll.EnrollReturn;
import id.kentongan.dialogs.mind.enroll.ResumeDraft;
import id.kentongan.dialogs.mind.member.ChangeLanguage;
import id.kentongan.dialogs.mind.member.PhoneConsent;
import id.kentongan.dialogs.mind.member.SharedPhone;
import id.kentongan.dialogs.mind.member.Sharing;
import id.kentongan.dialogs.mind.member.Status;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.village.AreaWords;
import id.kentongan.dialogs.mind.village.SadarText;
import id.kentongan.dialogs.mind.village.VillageCoverage;
import id.kentongan.dialogs.talk.State;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// The intent of words that content lists for it, which no Ear needs to learn.
final class ListedWish {
  /// The first that knows the words has them.
  private static final List<Way> WAYS =
      List.of(
          anywhere(ResumeDraft::asked, "draft.resume"),
          anywhere(AgentCheck::asked, AgentCheck.INTENT),
          way(AgentLogin::asked, AgentLogin.INTENT),
          besideLists(AgentRecap::searched, AgentRecap.INTENT),
          besideLists(AgentRecap::owing, AgentRecap.DUE),
          (_, top, text) -> top == null ? Status.numbered(text) : Optional.empty(),
          atIdle(EnrollReturn::takenUp, Enroll.INTENT),
          atIdle(EnrollOther::oneOf, EnrollOther.INTENT),
          atIdle(Sponsor::asked, Sponsor.INTENT),
          atIdle(Sharing::asked, SharedPhone.INTENT),
          way(PhoneConsent::told, PhoneConsent.INTENT),
          anywhere(ChangeLanguage::asked, "language.change"),
          anywhere(SadarText::asked, VillageCoverage.SADAR),
          atIdle(AreaWords::meant, VillageCoverage.INTENT),
          (scene, _, text) -> Visit.asked(scene, text),
          Particular::asked,
          Remarks::made,
          way(
              (scene, top, text) ->
                  !(top instanceof Accident.Waiting) && Status.ofAccident(scene, text),
              Status.CLAIM));

  private ListedWish() {}

  /// What `text` wishes while `top` is waited for.
  static Optional<String> of(Scene scene, @Nullable State top, String text) {
    for (Way way : WAYS) {
      Optional<String> intent = way.intent(scene, top, text);
      if (intent.isPresent()) {
        return intent;
      }
    }
    return Optional.empty();
  }

  private static Way anywhere(BiPredicate<Scene, String> asked, String intent) {
    return way((scene, _, text) -> asked.test(scene, text), intent);
  }

  private static Way atIdle(BiPredicate<Scene, String> asked, String intent) {
    return way((scene, top, text) -> top == null && asked.test(scene, text), intent);
  }

  private static Way besideLists(BiPredicate<Scene, String> asked, String intent) {
    return way(
        (scene, top, text) ->
            (top == null || top instanceof Batch.Waiting) && asked.test(scene, text),
        intent);
  }

  private static Way way(Asked asked, String intent) {
    return (scene, top, text) ->
        asked.test(scene, top, text) ? Optional.of(intent) : Optional.empty();
  }

  private interface Asked {
    boolean test(Scene scene, @Nullable State top, String text);
  }

  private interface Way {
    Optional<String> intent(Scene scene, @Nullable State top, String text);
  }
}
