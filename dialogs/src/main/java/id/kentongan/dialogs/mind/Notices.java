package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.mind.agent.RecapText;
import id.kentongan.dialogs.mind.agent.SponsorText;
import id.kentongan.dialogs.mind.member.HandOver;
import id.kentongan.dialogs.mind.member.News;
import id.kentongan.dialogs.mind.member.PhoneConsent;
import id.kentongan.dialogs.mind.member.Privacy;
import id.kentongan.dialogs.mind.member.Query;
import id.kentongan.dialogs.mind.member.Remind;
import id.kentongan.dialogs.mind.member.Sharing;
import id.kentongan.dialogs.mind.scene.Frames;
import id.kentongan.dialogs.mind.scene.Prices;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Rupiah;

/// What the records or an officer let the person know unasked.
final class Notices {
  private Notices() {}

  /// Where several people share the phone, one person's news only say that there are some.
  static void tell(Scene scene, Frames frames, Notice notice) {
    if (Sharing.several(scene) && personal(notice)) {
      scene.say("profile.news");
      if (frames.top() == null) {
        scene.askText(scene.choices("do.status.membership"), "");
      }
    } else {
      tellWhole(scene, frames, notice);
    }
  }

  /// News of one person's, which others who share the phone are not to read.
  private static boolean personal(Notice notice) {
    return notice instanceof Notice.Paid
        || notice instanceof Notice.PaymentDoubted
        || notice instanceof Notice.PaymentOfOther
        || notice instanceof Notice.PaymentReturned
        || notice instanceof Notice.ContributionDue
        || notice instanceof Notice.DiscountEnds
        || notice instanceof Notice.AgentReminds;
  }

  private static void tellWhole(Scene scene, Frames frames, Notice notice) {
    switch (notice) {
      case Notice.TakenOver taken -> {
        State before = frames.ofFamily(HandOver.WithOfficer.class);
        if (before != null) {
          frames.remove(before);
        }
        frames.push(new HandOver.WithOfficer(taken.officer()));
        HandOver.came(scene);
        scene.say("handover.taken", "petugas", taken.officer());
      }
      case Notice.GivenBack _ -> {
        State silent = frames.ofFamily(HandOver.WithOfficer.class);
        if (silent != null) {
          frames.remove(silent);
          scene.say("handover.back");
        }
      }
      case Notice.IdentityCode sent -> scene.sayCode("identity.code", new Code(sent.code()));
      case Notice.ConsentWanted wanted -> PhoneConsent.want(scene, frames, wanted);
      case Notice.ConsentEnded ended -> PhoneConsent.ended(scene, ended);
      case Notice.FieldAsked asked -> Query.begin(scene, frames, asked);
      case Notice.OfficerSaid words -> scene.sayText(words.text());
      case Notice.OfficerSent sent -> {
        scene.sayText(sent.text().isEmpty() ? scene.words("handover.file") : sent.text());
        scene.attach(sent.file());
      }
      case Notice.MatterMoved moved -> moved(scene, moved);
      case Notice.Paid paid ->
          scene.say(
              paid.from().equals(paid.until()) ? "news.paid" : "news.paid-months",
              "jumlah",
              paid.amount().toString(),
              "dari",
              Prices.month(paid.from()),
              "sampai",
              Prices.month(paid.until()),
              "kode",
              paid.receipt().text());
      case Notice.ContributionDue due -> Remind.tell(scene, due, frames.top() == null);
      case Notice.DiscountEnds ends -> Remind.tell(scene, ends, frames.top() == null);
      case Notice.AgentReminds reminds -> RecapText.remind(scene, reminds, frames.top() == null);
      case Notice.Announcement told -> News.tell(scene, frames, told);
      case Notice.SponsorshipMoved moved -> SponsorText.moved(scene, moved, frames.top() == null);
      case Notice.Forgotten who -> Forgetting.forget(scene, frames, who);
      case Notice.Erased erased -> Privacy.erased(scene, frames, erased.proof());
      case Notice.PaymentReturned(Rupiah amount) ->
          scene.say("news.payment-returned", "jumlah", amount.toString());
      case Notice.PaymentOfOther(Rupiah amount) ->
          scene.say("news.payment-of-other", "jumlah", amount.toString());
      case Notice.PaymentDoubted doubted -> {
        Rupiah due = doubted.due();
        scene.say(
            due == null ? "news.payment-checked" : "news.payment-differs",
            "jumlah",
            doubted.amount().toString(),
            "iuran",
            due == null ? "" : due.toString());
      }
    }
  }

  /// A matter that moved; when a claim is complete, until when it is to be decided.
  private static void moved(Scene scene, Notice.MatterMoved moved) {
    String state = scene.words("matter." + moved.state());
    scene.say("news.moved", "nomor", moved.number(), "keadaan", state);
    if (moved.state().equals("claim.complete")) {
      var offices = scene.content().offices();
      var by = offices.promisedBy(scene.turn().now().atZone(scene.content().rules().zone()));
      scene.say(
          "news.promise",
          "hari",
          Integer.toString(offices.claims().promised()),
          "kapan",
          Prices.day(by.toLocalDate()));
    }
  }
}
