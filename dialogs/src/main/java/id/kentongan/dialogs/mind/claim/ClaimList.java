package id.kentongan.dialogs.mind.claim;

import id.kentongan.dialogs.content.Offices;
import id.kentongan.dialogs.content.Papers;
import id.kentongan.dialogs.content.Papers.Paper;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Answer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which papers a claim needs in its situation, which are here, and what a family is told of them.
final class ClaimList {
  private ClaimList() {}

  /// The list, and then what is asked: the papers just named are not named again.
  static Move listed(Scene scene, Claim.Waiting state) {
    ClaimDraft draft = state.draft();
    list(scene, draft);
    if (state instanceof Claim.Collecting
        && draft.files().unnamed().isEmpty()
        && !open(scene, draft).isEmpty()) {
      scene.ask(scene.choices(ClaimPapers.DONE), "claim.ask.papers-first");
    } else {
      Claim.askFor(scene, state);
    }
    return new Move.To(state);
  }

  /// The papers not yet here, with where to get each.
  private static void list(Scene scene, ClaimDraft draft) {
    var situation = situation(draft);
    String lines =
        open(scene, draft).stream()
            .map(p -> scene.words("claim.paper", "nama", p.name(), "dari", p.where(situation)))
            .collect(Collectors.joining("\n"));
    if (lines.isEmpty()) {
      return;
    }
    scene.say(count(draft) == 0 ? "claim.papers" : "claim.papers-left", "daftar", lines);
  }

  /// One paper: where it comes from and what it must show.
  static Move about(Scene scene, Claim.Collecting state, Paper paper) {
    scene.say(
        "claim.about-paper",
        "nama",
        paper.name(),
        "dari",
        paper.where(situation(state.draft())),
        "tampak",
        paper.origin().shows());
    return new Move.To(state);
  }

  /// One paper that is lost or not made yet: where it comes from.
  static Move lacked(Scene scene, Claim.Waiting state, Paper paper) {
    String where = paper.where(situation(state.draft()));
    scene.say("claim.paper-lost", "nama", paper.name(), "dari", where);
    return new Move.To(state);
  }

  /// Whether it is asked if photographs have come: `udah nyampe semua fotonya?`
  static boolean asksIfHere(Scene scene, ClaimDraft draft, Understood words) {
    return count(draft) > 0
        && Listed.any(scene, "claim.photo-words", words.text())
        && Listed.any(scene, "claim.here-words", words.text());
  }

  /// Where a claim stands that has not been sent: what is here, what is not.
  static void progress(Scene scene, ClaimDraft draft) {
    if (draft.heir().relation() == null || draft.heir().name() == null) {
      scene.say("claim.progress-asking");
      return;
    }
    int n = count(draft);
    scene.say(n == 0 ? "claim.progress-none" : "claim.progress", "n", "" + n);
  }

  /// The number, the way to the branch, and what to bring; when to come is asked next.
  static void opened(Scene scene, ClaimDraft draft, Answer.ClaimOpened opened) {
    Offices offices = scene.content().offices();
    scene.say(
        "claim.done",
        "nomor",
        opened.number(),
        "kode",
        opened.receipt().text(),
        "kantor",
        opened.office(),
        "hari",
        Integer.toString(offices.claims().promised()));
    if (draft.deceased().nik() == null) {
      scene.say("claim.nik-to-bring");
    }
    var missing = open(scene, draft);
    if (!missing.isEmpty()) {
      scene.say("claim.missing", "kurang", names(missing));
    }
  }

  static List<Paper> open(Scene scene, ClaimDraft draft) {
    var have = draft.files().named().stream().map(ClaimFiles.Named::paper).toList();
    return wanted(scene, draft).stream().filter(p -> !have.contains(p.key())).toList();
  }

  static int count(ClaimDraft draft) {
    return draft.files().named().size() + draft.files().unnamed().size();
  }

  static List<Paper> wanted(Scene scene, ClaimDraft draft) {
    Papers papers = scene.content().papers();
    return draft.heir().relation() == null
        ? papers.death()
        : papers.wanted(ClaimHeirs.claimant(draft), situation(draft));
  }

  /// The draft's situation, by the names that the papers' file knows.
  private static Set<String> situation(ClaimDraft draft) {
    var situation = new HashSet<String>();
    ClaimDraft.Place place = draft.circumstances().place();
    if (place != null) {
      situation.add(ClaimTold.key(place));
    }
    if (ClaimHeirs.minor(draft)) {
      situation.add("minor");
    }
    if (Boolean.TRUE.equals(draft.found().second())) {
      situation.add("second");
    }
    if (!draft.found().children().isEmpty()) {
      situation.add("school");
    }
    return situation;
  }

  static String names(List<Paper> papers) {
    return papers.stream().map(Paper::name).collect(Collectors.joining(", "));
  }
}
