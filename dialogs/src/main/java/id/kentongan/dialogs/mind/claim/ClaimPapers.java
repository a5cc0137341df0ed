package id.kentongan.dialogs.mind.claim;

import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.member.StatusText;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Answer.FileRefused.Why;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.TimerName;
import java.time.Duration;
import java.util.Optional;

/// The papers of a claim: photographed in any order, named by a word or a button, acknowledged once
/// when no more come, and asked for while they are missing.
final class ClaimPapers {
  private static final Duration QUIET = Duration.ofSeconds(2);
  static final String DONE = "papers.done";
  private static final String LIST = "papers.list";

  private ClaimPapers() {}

  static Move on(Scene scene, Claim.Collecting state, Event event) {
    return file(scene, state, event).orElseGet(() -> collecting(scene, state, event));
  }

  /// Photographs are taken in any state of a claim; nothing for other events.
  static Optional<Move> file(Scene scene, Claim.Waiting state, Event event) {
    ClaimDraft draft = state.draft();
    return switch (event) {
      case Event.SentFile sent -> Optional.of(fetch(scene, state, sent));
      case Event.Answered answered -> Optional.of(arrived(scene, state, answered));
      case Event.Due due when due.timer() == TimerName.FILES_QUIET ->
          Optional.of(quiet(scene, state, draft));
      case Event.Due _, Event.FromPerson _, Event.Noticed _, Event.Left _ -> Optional.empty();
    };
  }

  private static Move collecting(Scene scene, Claim.Collecting state, Event event) {
    ClaimDraft draft = state.draft();
    return switch (event) {
      case Event.Tapped t when t.choice().equals(Commands.BACK) -> Claim.back("papers", draft);
      case Event.Tapped t when t.choice().startsWith(ClaimNaming.PAPER) ->
          ClaimNaming.tapped(scene, draft, t.choice());
      case Event.Tapped t when t.choice().equals(DONE) -> submit(scene, draft);
      case Event.Tapped t when t.choice().equals(LIST) -> {
        yield ClaimList.listed(scene, state);
      }
      case Event.Said said -> said(scene, state, said);
      case Event.Due _,
          Event.Answered _,
          Event.Tapped _,
          Event.Edited _,
          Event.SentFile _,
          Event.SentLocation _,
          Event.SentContact _,
          Event.SentOther _,
          Event.Noticed _,
          Event.Left _ ->
          Move.PASS;
    };
  }

  /// Asks for the name of a file, or for what is missing. The papers just listed are not named
  /// again.
  static void ask(Scene scene, ClaimDraft draft) {
    if (!draft.files().unnamed().isEmpty()) {
      ClaimNaming.ask(scene, draft);
      return;
    }
    var open = ClaimList.open(scene, draft);
    if (open.isEmpty()) {
      scene.ask(scene.choices(DONE, LIST), "claim.ask.send");
    } else if (ClaimList.count(draft) == 0) {
      scene.ask(scene.choices(LIST, DONE), "claim.ask.papers-first");
    } else {
      scene.ask(scene.choices(DONE, LIST), "claim.ask.papers", "kurang", ClaimList.names(open));
    }
  }

  private static Move fetch(Scene scene, Claim.Waiting state, Event.SentFile sent) {
    var effect = scene.request(new Effect.Fetch(sent.file()));
    scene.timer(TimerName.FILES_QUIET, QUIET);
    scene.hush();
    ClaimDraft draft = state.draft();
    String paper = ClaimNaming.captioned(scene, draft, sent);
    return in(state, draft.with(draft.files().fetching(effect, paper, sent.album())));
  }

  private static Move arrived(Scene scene, Claim.Waiting state, Event.Answered answered) {
    scene.hush();
    ClaimDraft next = arrived(state.draft(), answered);
    if (next.files().coming().isEmpty()
        && !scene.turn().talk().timers().containsKey(TimerName.FILES_QUIET)) {
      // why: the acknowledgement waited for this file, which came after the quiet
      return quiet(scene, state, next);
    }
    return in(state, next);
  }

  static ClaimDraft arrived(ClaimDraft draft, Event.Answered answered) {
    ClaimFiles files = draft.files();
    return draft.with(
        switch (answered.answer()) {
          case Answer.FileKept kept ->
              files.kept(answered.effect(), kept.fileId()).marked(kept.fileId(), kept.flaws());
          case Answer.FileRefused(var why) when why != Why.GONE -> files.refused(answered.effect());
          default -> files.missed(answered.effect());
        });
  }

  /// No more files for two seconds: they are acknowledged together.
  private static Move quiet(Scene scene, Claim.Waiting state, ClaimDraft draft) {
    if (!draft.files().coming().isEmpty()) {
      scene.hush();
      return in(state, draft);
    }
    if (draft.files().refused() > 0) {
      scene.say("claim.refused", "n", "" + draft.files().refused());
    }
    if (draft.files().missed() > 0) {
      scene.say("claim.missed", "n", "" + draft.files().missed());
    }
    for (Answer.Flaw flaw : Answer.Flaw.values()) {
      long n = draft.files().marked().stream().filter(m -> !m.told() && m.flaw() == flaw).count();
      if (n > 0) {
        scene.say("claim.flaw." + StatusText.key(flaw), "n", "" + n);
      }
    }
    scene.hear();
    if (ClaimList.count(draft) > 0) {
      scene.acknowledge("claim.files", "n", "" + ClaimList.count(draft));
    }
    return in(state, draft.with(draft.files().told()));
  }

  /// The same state with what it has now.
  private static Move in(Claim.Waiting state, ClaimDraft draft) {
    return new Move.To(
        switch (state) {
          case Claim.Asking a -> new Claim.Asking(a.slot(), draft);
          case Claim.LookingUp l -> new Claim.LookingUp(l.awaited(), draft);
          case Claim.Collecting _ -> new Claim.Collecting(draft);
          case Claim.Submitting s -> new Claim.Submitting(s.awaited(), draft);
        });
  }

  private static Move said(Scene scene, Claim.Collecting state, Event.Said said) {
    ClaimDraft draft = state.draft();
    var named = ClaimNaming.said(scene, state, said);
    if (named.isPresent()) {
      return named.get();
    }
    if (Commands.listed(scene, "commands.done", said.text()) || sends(scene, said)) {
      return submit(scene, draft);
    }
    if (Listed.any(scene, "claim.lacking-words", said.text())) {
      return ClaimList.listed(scene, state);
    }
    var paper = ClaimNaming.paper(scene, draft, said.text());
    if (paper.isPresent()) {
      return ClaimList.about(scene, state, paper.get());
    }
    return ClaimAnywhere.heard(scene, state, said)
        .or(() -> ClaimAside.corrected(scene, draft, said))
        .or(() -> ClaimEarly.kin(scene, state, said.text()))
        .orElseGet(() -> ClaimAside.other(scene, state, said));
  }

  /// `ya sudah dikirim dulu aja`, and neither `jangan dikirim dulu` nor `dikirim ke mana?`.
  private static boolean sends(Scene scene, Event.Said said) {
    return Listed.any(scene, "claim.send-words", said.text())
        && !Listed.any(scene, "claim.send-not", said.text())
        && !Listed.any(scene, "facts.negations", said.text())
        && !Reading.questioning(scene, said.understood());
  }

  private static Move submit(Scene scene, ClaimDraft draft) {
    if (!draft.files().coming().isEmpty()) {
      scene.acknowledge("claim.name-first");
      return new Move.To(new Claim.Collecting(draft));
    }
    if (!draft.files().unnamed().isEmpty()) {
      return submit(scene, ClaimNaming.others(scene, draft));
    }
    if (draft.files().lost()) {
      // why: once the claim is on its way nobody would be told that a photograph is not in it
      scene.cancel(TimerName.FILES_QUIET);
      return quiet(scene, new Claim.Collecting(draft), draft);
    }
    var effect = scene.request(new Effect.OpenClaim(ClaimNote.form(scene, draft)));
    return new Move.To(new Claim.Submitting(effect, draft));
  }
}
