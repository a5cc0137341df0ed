package id.kentongan.dialogs.mind.claim;

import id.kentongan.dialogs.content.Papers.Paper;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.answer.Benefits;
import id.kentongan.dialogs.mind.answer.Particular;
import id.kentongan.dialogs.mind.heard.Names;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.member.Status;
import id.kentongan.dialogs.mind.scene.Doubt;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.values.Nik;
import java.util.Optional;
import java.util.Set;

/// What is heard in every state of a claim: a NIK, where the claim stands, how much, how long, what
/// becomes of it.
public final class ClaimAnywhere {
  /// Who asks for papers in the middle of a claim means the claim's.
  private static final Set<String> PAPERS = Set.of(ClaimAside.DOCUMENTS, ClaimAside.REQUIREMENTS);

  /// As many words as ask whether it is too late, and no more.
  private static final int BRIEF = 6;

  private ClaimAnywhere() {}

  /// Nothing for other words.
  static Optional<Move> heard(Scene scene, Claim.Waiting state, Event.Said said) {
    return identified(scene, state, said)
        .or(() -> worried(scene, state, said))
        .or(() -> asked(scene, state, said));
  }

  /// The NIK of the one who died, with their name where that is asked.
  private static Optional<Move> identified(Scene scene, Claim.Waiting state, Event.Said said) {
    ClaimDraft draft = state.draft();
    Optional<Nik> nik = ClaimTold.nik(scene, said.understood());
    if (nik.isEmpty() || nik.get().equals(draft.deceased().nik())) {
      return Optional.empty();
    }
    Optional<String> name = Names.beside(scene, said.text());
    if (name.isPresent() && asksFor(state, "heir")) {
      return Optional.empty();
    }
    ClaimDraft known = draft.identified(nik.get());
    boolean theirs = name.isPresent() && asksFor(state, "name");
    if (state instanceof Claim.Asking && !asksFor(state, "nik")) {
      scene.acknowledge("claim.nik-noted");
    }
    return Optional.of(Claim.next(scene, theirs ? known.named(name.get()) : known));
  }

  /// What makes a family doubt whether they may claim at all, and how much it is.
  private static Optional<Move> worried(Scene scene, Claim.Waiting state, Event.Said said) {
    if (Particular.notMember(scene, said.text())) {
      scene.acknowledge("claim.not-member");
      return Optional.of(new Move.To(state));
    }
    if (Benefits.asked(scene, said.text()) && !scholarship(said.understood())) {
      ClaimDue.say(scene, state.draft());
      return Optional.of(new Move.To(state));
    }
    Optional<Move> missing = Missing.inClaim(scene, state, said.text());
    if (missing.isPresent()) {
      return missing;
    }
    if (late(scene, said)) {
      scene.say("claim.late");
      return Optional.of(new Move.To(state));
    }
    return Optional.empty();
  }

  /// Questions about the claim's way and its papers.
  private static Optional<Move> asked(Scene scene, Claim.Waiting state, Event.Said said) {
    Understood words = said.understood();
    if (Listed.any(scene, "claim.how-long-words", said.text())) {
      return Optional.of(new Move.Digress(new Opening(ClaimAside.TIME, words)));
    }
    if (ClaimList.asksIfHere(scene, state.draft(), words)) {
      scene.say("claim.files-here", "n", "" + ClaimList.count(state.draft()));
      return Optional.of(new Move.To(state));
    }
    if (Listed.any(scene, "claim.handed-words", said.text())) {
      scene.say("claim.handed");
      return Optional.of(new Move.To(state));
    }
    if (Listed.any(scene, "claim.refused-words", said.text())) {
      scene.say("claim.if-refused");
      return Optional.of(new Move.To(state));
    }
    Optional<Paper> lacked = lacked(scene, state, said);
    if (lacked.isPresent()) {
      return Optional.of(ClaimList.lacked(scene, state, lacked.get()));
    }
    return switch (Doubt.of(words)) {
      case Doubt.Sure(String intent) when intent.equals(Status.CLAIM) -> {
        ClaimList.progress(scene, state.draft());
        yield Optional.of(new Move.To(state));
      }
      case Doubt.Sure(String intent)
          when PAPERS.contains(intent)
              && state.draft().heir().relation() != null
              && !nobody(scene, state, said) ->
          Optional.of(ClaimList.listed(scene, state));
      case Doubt.Sure _, Doubt.Between _, Doubt.Lost _ -> Optional.empty();
    };
  }

  /// The paper that is told to be lost or not made yet, before any is asked for: `akta kematiannya
  /// blm jadi`. Without a NIK an identity card is the NIK's.
  private static Optional<Paper> lacked(Scene scene, Claim.Waiting state, Event.Said said) {
    return state instanceof Claim.Asking
            && !asksFor(state, "nik")
            && Listed.any(scene, "claim.paper-lost-words", said.text())
        ? ClaimNaming.paper(scene, state.draft(), said.text())
        : Optional.empty();
  }

  /// `dapat berapa beasiswanya` asks for the children.
  private static boolean scholarship(Understood words) {
    return Doubt.of(words) instanceof Doubt.Sure(String intent) && intent.equals(Benefits.SCHOOL);
  }

  /// `telat ya lapornya`, `apa masih bisa`.
  public static boolean late(Scene scene, Event.Said said) {
    return Listed.tokens(said.text()).size() <= BRIEF
        && Listed.any(scene, "claim.late-words", said.text())
        && Reading.questioning(scene, said.understood());
  }

  /// Whether it is asked who is left, and told that there is nobody or nothing.
  static boolean nobody(Scene scene, Claim.Waiting state, Event.Said said) {
    return state instanceof Claim.Asking asking
        && asking.slot().startsWith("closer")
        && Listed.any(scene, "claim.gone-words", said.text());
  }

  private static boolean asksFor(Claim.Waiting state, String slot) {
    return state instanceof Claim.Asking asking && asking.slot().equals(slot);
  }
}
