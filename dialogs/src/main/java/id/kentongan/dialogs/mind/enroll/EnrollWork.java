package id.kentongan.dialogs.mind.enroll;

import id.kentongan.dialogs.mind.heard.Facts;
import id.kentongan.dialogs.mind.heard.NameAgain;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.mind.scene.Slot.Fill;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;

/// Whether somebody still works, where a no ends the enrolment: only a plain one does.
final class EnrollWork {
  /// As many words as a bare no has.
  private static final int BARE = 3;

  private EnrollWork() {}

  /// A no among other words is asked about again: `eh bukan Asep, Acep`, `ga nentu, kadang 50
  /// kadang 70 sehari`.
  static Fill<EnrollDraft> read(Scene scene, EnrollDraft d, FromPerson event) {
    Fill<EnrollDraft> read = Reading.yesNo(scene, "working", event, d::working);
    boolean no =
        read instanceof Fill.Filled<EnrollDraft>(EnrollDraft told)
            && Boolean.FALSE.equals(told.job().working());
    if (no && event instanceof Event.Said said && !plain(scene, d, said)) {
      scene.explain("yesno.unclear");
      return new Fill.Unclear<>();
    }
    return read;
  }

  private static boolean plain(Scene scene, EnrollDraft d, Event.Said said) {
    // why: of `penghasilan sejuta kurang` the last word is no no
    boolean earns = Facts.of(scene, said.understood()).income().isPresent();
    boolean brief = Listed.tokens(said.text()).size() <= BARE && !earns;
    return (brief || Listed.any(scene, "enroll.no-work-words", said.text()))
        && !NameAgain.denied(scene, d.who().name(), said);
  }
}
