package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.mind.accident.Accident;
import id.kentongan.dialogs.mind.agent.AgentCheck;
import id.kentongan.dialogs.mind.agent.AgentLogin;
import id.kentongan.dialogs.mind.agent.AgentRecap;
import id.kentongan.dialogs.mind.agent.Batch;
import id.kentongan.dialogs.mind.agent.Sponsor;
import id.kentongan.dialogs.mind.claim.Claim;
import id.kentongan.dialogs.mind.claim.Visit;
import id.kentongan.dialogs.mind.enroll.Enroll;
import id.kentongan.dialogs.mind.enroll.ResumeDraft;
import id.kentongan.dialogs.mind.member.Card;
import id.kentongan.dialogs.mind.member.ChangeLanguage;
import id.kentongan.dialogs.mind.member.HandOver;
import id.kentongan.dialogs.mind.member.PhoneConsent;
import id.kentongan.dialogs.mind.member.Privacy;
import id.kentongan.dialogs.mind.member.Query;
import id.kentongan.dialogs.mind.member.Remind;
import id.kentongan.dialogs.mind.member.SharedPhone;
import id.kentongan.dialogs.mind.member.Status;
import id.kentongan.dialogs.mind.scene.Dialog;
import id.kentongan.dialogs.mind.village.VillageBudget;
import id.kentongan.dialogs.mind.village.VillageCoverage;
import id.kentongan.dialogs.stored.Migrations;
import id.kentongan.dialogs.stored.TalkJson;
import id.kentongan.dialogs.talk.State;
import java.util.List;
import java.util.Optional;

/// Every dialog there is; to add one, add its line.
final class Dialogs {
  private static final TalkJson STORED = new TalkJson(families(), Migrations.ALL);

  private final List<Dialog<?>> all;

  Dialogs(List<Dialog<?>> all) {
    this.all = List.copyOf(all);
  }

  static Dialogs standard() {
    return new Dialogs(
        List.of(
            new Enroll(),
            new Status(),
            new Claim(),
            new Accident(),
            new Visit(),
            new ResumeDraft(),
            new ChangeLanguage(),
            new Remind(),
            new AgentLogin(),
            new AgentCheck(),
            new AgentRecap(),
            new PhoneConsent(),
            new Batch(),
            new Sponsor(),
            new Card(),
            new SharedPhone(),
            new Privacy(),
            new VillageCoverage(),
            new VillageBudget(),
            new Query(),
            new HandOver()));
  }

  /// The sealed families of states, for the stored form.
  static List<Class<? extends State>> families() {
    return List.of(
        Enroll.Waiting.class,
        Status.Waiting.class,
        Claim.Waiting.class,
        Accident.Waiting.class,
        Visit.Waiting.class,
        ResumeDraft.Waiting.class,
        ChangeLanguage.Waiting.class,
        Remind.Waiting.class,
        AgentLogin.Waiting.class,
        AgentCheck.Waiting.class,
        AgentRecap.Waiting.class,
        PhoneConsent.Waiting.class,
        Batch.Waiting.class,
        Sponsor.Waiting.class,
        Card.Waiting.class,
        SharedPhone.Waiting.class,
        Privacy.Waiting.class,
        VillageCoverage.Waiting.class,
        VillageBudget.Waiting.class,
        Query.Waiting.class,
        HandOver.Waiting.class);
  }

  static TalkJson json() {
    return STORED;
  }

  Optional<Dialog<?>> beginning(String intent) {
    return all.stream().filter(d -> d.intents().contains(intent)).findFirst();
  }

  Dialog<?> of(State state) {
    for (Dialog<?> dialog : all) {
      if (dialog.states().isInstance(state)) {
        return dialog;
      }
    }
    throw new IllegalStateException("no dialog for " + state.dialog());
  }

  List<Dialog<?>> all() {
    return all;
  }
}
