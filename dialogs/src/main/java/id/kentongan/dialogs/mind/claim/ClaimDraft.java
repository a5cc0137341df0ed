package id.kentongan.dialogs.mind.claim;

import id.kentongan.dialogs.content.Scholarship.Pupil;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Relation;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a claim has so far: who died and how, who claims, the papers, what the record told.
public record ClaimDraft(
    Deceased deceased, Heir heir, ClaimFiles files, Circumstances circumstances, Found found) {
  static final ClaimDraft EMPTY =
      new ClaimDraft(
          new Deceased(null, null, null, null, null, false),
          new Heir(null, null, null, 0, null, null),
          ClaimFiles.NONE,
          new Circumstances(null, null),
          Found.NOTHING);

  /// why: drafts stored before these were asked have neither
  public ClaimDraft {
    circumstances = Objects.requireNonNullElse(circumstances, new Circumstances(null, null));
    found = Objects.requireNonNullElse(found, Found.NOTHING);
  }

  /// `cause` in the family's words; `member` the record found; `nikLater`
  /// when the family has yet to look for the NIK.
  public record Deceased(
      @Nullable String name,
      @Nullable Nik nik,
      @Nullable LocalDate died,
      @Nullable String cause,
      @Nullable String member,
      boolean nikLater) {}

  /// Where and in what they died: `working` when an accident happened at work or on the way.
  record Circumstances(@Nullable Boolean working, @Nullable Place place) {}

  /// Where somebody died: it decides where the letter of death comes from.
  enum Place {
    HOME,
    HOSPITAL,
    SEA,
    ABROAD,
    ELSEWHERE
  }

  /// What came of the look-up: `schools` when children may get a scholarship by the record,
  /// `second` when the family knows of another card, `school` when there are such children.
  record Found(
      boolean looked,
      Answer.@Nullable Standing standing,
      int monthsPaid,
      boolean schools,
      @Nullable Boolean second,
      @Nullable Boolean school,
      List<Pupil> children) {
    static final Found NOTHING = new Found(false, null, 0, false, null, null, List.of());
  }

  /// `relation` of the one who writes; `without` how many classes of nearer heirs have nobody;
  /// `closer` whether the class after these has somebody, `claimant` who that is; `adult` whether
  /// a child who claims is of age.
  public record Heir(
      @Nullable Relation relation,
      @Nullable Boolean closer,
      @Nullable String name,
      int without,
      @Nullable Relation claimant,
      @Nullable Boolean adult) {}

  ClaimDraft with(Deceased other) {
    return new ClaimDraft(other, heir, files, circumstances, found);
  }

  ClaimDraft with(Heir other) {
    return new ClaimDraft(deceased, other, files, circumstances, found);
  }

  ClaimDraft with(ClaimFiles other) {
    return new ClaimDraft(deceased, heir, other, circumstances, found);
  }

  ClaimDraft with(Circumstances other) {
    return new ClaimDraft(deceased, heir, files, other, found);
  }

  ClaimDraft with(Found other) {
    return new ClaimDraft(deceased, heir, files, circumstances, other);
  }

  public ClaimDraft named(@Nullable String name) {
    var d = deceased;
    return with(new Deceased(name, d.nik, d.died, d.cause, d.member, d.nikLater));
  }

  /// A new NIK is looked up anew.
  ClaimDraft identified(@Nullable Nik nik) {
    var d = deceased;
    return with(new Deceased(d.name, nik, d.died, d.cause, null, false))
        .with(new Found(false, null, 0, false, found.second, found.school, found.children));
  }

  ClaimDraft nikLater() {
    var d = deceased;
    return with(new Deceased(d.name, null, d.died, d.cause, d.member, true));
  }

  public ClaimDraft died(@Nullable LocalDate day) {
    var d = deceased;
    return with(new Deceased(d.name, d.nik, day, d.cause, d.member, d.nikLater));
  }

  /// What is told of the cause may change what is asked of it.
  ClaimDraft caused(@Nullable String cause) {
    var d = deceased;
    return with(new Deceased(d.name, d.nik, d.died, cause, d.member, d.nikLater))
        .with(new Circumstances(null, circumstances.place));
  }

  ClaimDraft working(@Nullable Boolean working) {
    return with(new Circumstances(working, circumstances.place));
  }

  ClaimDraft at(@Nullable Place place) {
    return with(new Circumstances(circumstances.working, place));
  }

  ClaimDraft found(Answer.MemberFound member) {
    var d = deceased;
    return with(new Deceased(d.name, d.nik, d.died, d.cause, member.member(), false))
        .looked(member.standing(), member.monthsPaid());
  }

  ClaimDraft looked(Answer.@Nullable Standing standing, int monthsPaid) {
    var f = found;
    return with(new Found(true, standing, monthsPaid, false, f.second, f.school, f.children));
  }

  ClaimDraft schools(boolean schools) {
    var f = found;
    return with(
        new Found(f.looked, f.standing, f.monthsPaid, schools, f.second, f.school, f.children));
  }

  ClaimDraft second(@Nullable Boolean second) {
    var f = found;
    return with(
        new Found(f.looked, f.standing, f.monthsPaid, f.schools, second, f.school, f.children));
  }

  ClaimDraft school(@Nullable Boolean school) {
    var f = found;
    return with(
        new Found(f.looked, f.standing, f.monthsPaid, f.schools, f.second, school, List.of()));
  }

  ClaimDraft children(List<Pupil> children) {
    var f = found;
    return with(
        new Found(f.looked, f.standing, f.monthsPaid, f.schools, f.second, f.school, children));
  }

  /// Whoever is another relation stands elsewhere in the order.
  ClaimDraft related(@Nullable Relation relation) {
    return with(new Heir(relation, null, heir.name, 0, null, null));
  }

  /// Whether the class that was asked for has somebody.
  ClaimDraft closer(boolean closer) {
    int without = closer ? heir.without : heir.without + 1;
    return with(new Heir(heir.relation, closer, heir.name, without, null, null));
  }

  /// Asks for the classes from this one on again.
  ClaimDraft closerFrom(int without) {
    Boolean closer = without == 0 ? null : Boolean.FALSE;
    return with(new Heir(heir.relation, closer, heir.name, without, null, null));
  }

  ClaimDraft claimant(@Nullable Relation claimant) {
    var h = heir;
    return with(new Heir(h.relation, h.closer, h.name, h.without, claimant, null));
  }

  ClaimDraft adult(@Nullable Boolean adult) {
    var h = heir;
    return with(new Heir(h.relation, h.closer, h.name, h.without, h.claimant, adult));
  }

  public ClaimDraft claimedBy(@Nullable String name) {
    var h = heir;
    return with(new Heir(h.relation, h.closer, name, h.without, h.claimant, h.adult));
  }
}
