package id.kentongan.dialogs.mind.claim;

import id.kentongan.dialogs.content.Scholarship.Pupil;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.ClaimForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The claim as it goes to the records. The circumstances that an officer needs are told behind the
/// cause, in words.
final class ClaimNote {
  private ClaimNote() {}

  static ClaimForm form(Scene scene, ClaimDraft draft) {
    var dead = draft.deceased();
    return new ClaimForm(
        new ClaimForm.Deceased(
            Objects.requireNonNull(dead.name()),
            dead.nik(),
            Objects.requireNonNull(dead.died()),
            note(scene, draft),
            dead.member()),
        new ClaimForm.Heir(
            Objects.requireNonNull(draft.heir().name()),
            ClaimHeirs.claimant(draft),
            Told.senderPhone(scene)),
        draft.files().named().stream()
            .map(n -> new ClaimForm.Paper(n.fileId(), n.paper()))
            .toList());
  }

  private static String note(Scene scene, ClaimDraft draft) {
    var lines = new ArrayList<String>();
    String cause = Objects.requireNonNull(draft.deceased().cause());
    boolean tapped = scene.content().words().has("choice." + cause);
    lines.add(tapped ? scene.words("choice." + cause) : cause);
    ClaimDraft.Place place = draft.circumstances().place();
    if (place != null) {
      String where = scene.words("choice.place." + ClaimTold.key(place));
      lines.add(scene.words("claim.note.place", "tempat", where));
    }
    if (ClaimHeirs.another(draft)) {
      String sender = ClaimHeirs.key(Objects.requireNonNull(draft.heir().relation()));
      lines.add(
          scene.words(
              "claim.note.sender",
              "hubungan",
              scene.words("choice.relation." + sender.replace('-', '_'))));
    }
    if (ClaimHeirs.nobody(draft)) {
      lines.add(scene.words("claim.note.nobody"));
    }
    if (ClaimHeirs.minor(draft)) {
      lines.add(scene.words("claim.note.minor"));
    }
    if (Boolean.TRUE.equals(draft.found().second())) {
      lines.add(scene.words("claim.note.second"));
    }
    long unclear =
        draft.files().marked().stream().map(ClaimFiles.Marked::fileId).distinct().count();
    if (unclear > 0) {
      lines.add(scene.words("claim.note.unclear", "n", "" + unclear));
    }
    children(scene, draft, lines);
    return String.join("\n", lines);
  }

  private static void children(Scene scene, ClaimDraft draft, List<String> lines) {
    for (Pupil pupil : draft.found().children()) {
      lines.add(
          scene.words(
              "claim.note.child",
              "umur",
              Integer.toString(pupil.age()),
              "jenjang",
              scene.words("claim.level." + pupil.level()),
              "kelas",
              Integer.toString(pupil.grade())));
    }
  }
}
