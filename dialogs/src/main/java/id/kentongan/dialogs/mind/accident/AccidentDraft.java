package id.kentongan.dialogs.mind.accident;

import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Phone;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a notice of a work accident has so far.
public record AccidentDraft(
    @Nullable String victim,
    @Nullable LocalDate day,
    @Nullable String where,
    @Nullable String story,
    @Nullable String notifier,
    @Nullable Nik nik,
    More more) {
  static final AccidentDraft EMPTY =
      new AccidentDraft(null, null, null, null, null, null, More.NOTHING);

  /// why: drafts stored before these were asked have none of them
  public AccidentDraft {
    more = Objects.requireNonNullElse(more, More.NOTHING);
  }

  /// `time` as it was told; `nikLater` and `phoneLater` when the person has none to tell; `death`
  /// when somebody died of it; `right` when the summary was confirmed; `self`
  /// when who was hurt is who reports it.
  public record More(
      @Nullable String time,
      boolean nikLater,
      @Nullable Phone phone,
      boolean phoneLater,
      boolean death,
      boolean right,
      boolean self) {
    static final More NOTHING = new More(null, false, null, false, false, false, false);
  }

  AccidentDraft with(More other) {
    return new AccidentDraft(victim, day, where, story, notifier, nik, other);
  }

  AccidentDraft victim(@Nullable String v) {
    String by = more.self && notifier == null ? v : notifier;
    return new AccidentDraft(v, day, where, story, by, nik, more);
  }

  AccidentDraft day(@Nullable LocalDate d) {
    return new AccidentDraft(victim, d, where, story, notifier, nik, more);
  }

  AccidentDraft where(@Nullable String w) {
    return new AccidentDraft(victim, day, w, story, notifier, nik, more);
  }

  AccidentDraft story(@Nullable String s) {
    return new AccidentDraft(victim, day, where, s, notifier, nik, more);
  }

  AccidentDraft notifier(@Nullable String n) {
    return new AccidentDraft(victim, day, where, story, n, nik, more);
  }

  AccidentDraft nik(@Nullable Nik n) {
    var m = more;
    return new AccidentDraft(victim, day, where, story, notifier, n, m)
        .with(new More(m.time, false, m.phone, m.phoneLater, m.death, m.right, m.self));
  }

  AccidentDraft nikLater() {
    var m = more;
    return with(new More(m.time, true, m.phone, m.phoneLater, m.death, m.right, m.self));
  }

  AccidentDraft time(@Nullable String t) {
    var m = more;
    return with(new More(t, m.nikLater, m.phone, m.phoneLater, m.death, m.right, m.self));
  }

  AccidentDraft phone(@Nullable Phone p) {
    var m = more;
    return with(new More(m.time, m.nikLater, p, false, m.death, m.right, m.self));
  }

  AccidentDraft phoneLater() {
    var m = more;
    return with(new More(m.time, m.nikLater, null, true, m.death, m.right, m.self));
  }

  AccidentDraft death() {
    var m = more;
    return with(new More(m.time, m.nikLater, m.phone, m.phoneLater, true, m.right, m.self));
  }

  AccidentDraft ofReporter() {
    var m = more;
    return with(new More(m.time, m.nikLater, m.phone, m.phoneLater, m.death, m.right, true));
  }

  AccidentDraft right(boolean right) {
    var m = more;
    return with(new More(m.time, m.nikLater, m.phone, m.phoneLater, m.death, right, m.self));
  }
}
