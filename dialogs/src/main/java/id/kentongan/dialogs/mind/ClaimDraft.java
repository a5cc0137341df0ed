package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.values.Nik;
import id.kentongan.dialogs.values.Relation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a claim has so far: who died and how, who claims, the papers.
record ClaimDraft(Deceased deceased, Heir heir, Files files) {
  static final ClaimDraft EMPTY =
      new ClaimDraft(
          new Deceased(null, null, null, null, null, false),
          new Heir(null, null, null),
          new Files(List.of(), List.of(), List.of(), 0));

  /// `cause` in the family's words; `member` the record found; `nikLater`
  /// when the family has yet to look for the NIK.
  record Deceased(
      @Nullable String name,
      @Nullable Nik nik,
      @Nullable LocalDate died,
      @Nullable String cause,
      @Nullable String member,
      boolean nikLater) {}

  /// `closer`: whether somebody comes before them in the order of heirs.
  record Heir(@Nullable Relation relation, @Nullable Boolean closer, @Nullable String name) {}

  /// Files on their way, kept but not yet named, and named. `refused`: not kept since last told.
  record Files(List<Coming> coming, List<String> unnamed, List<Named> named, int refused) {}

  record Coming(EffectId effect, @Nullable String paper) {}

  record Named(String fileId, String paper) {}

  ClaimDraft with(Deceased other) {
    return new ClaimDraft(other, heir, files);
  }

  ClaimDraft with(Heir other) {
    return new ClaimDraft(deceased, other, files);
  }

  ClaimDraft with(Files other) {
    return new ClaimDraft(deceased, heir, other);
  }

  ClaimDraft named(@Nullable String name) {
    var d = deceased;
    return with(new Deceased(name, d.nik, d.died, d.cause, d.member, d.nikLater));
  }

  ClaimDraft identified(@Nullable Nik nik) {
    var d = deceased;
    return with(new Deceased(d.name, nik, d.died, d.cause, null, false));
  }

  ClaimDraft nikLater() {
    var d = deceased;
    return with(new Deceased(d.name, null, d.died, d.cause, d.member, true));
  }

  ClaimDraft died(@Nullable LocalDate day) {
    var d = deceased;
    return with(new Deceased(d.name, d.nik, day, d.cause, d.member, d.nikLater));
  }

  ClaimDraft caused(@Nullable String cause) {
    var d = deceased;
    return with(new Deceased(d.name, d.nik, d.died, cause, d.member, d.nikLater));
  }

  ClaimDraft found(String member) {
    var d = deceased;
    return with(new Deceased(d.name, d.nik, d.died, d.cause, member, false));
  }

  ClaimDraft related(@Nullable Relation relation) {
    return with(new Heir(relation, null, heir.name));
  }

  ClaimDraft closer(@Nullable Boolean closer) {
    return with(new Heir(heir.relation, closer, heir.name));
  }

  ClaimDraft claimedBy(@Nullable String name) {
    return with(new Heir(heir.relation, heir.closer, name));
  }

  ClaimDraft fetching(EffectId effect, @Nullable String paper) {
    var coming = new ArrayList<>(files.coming);
    coming.add(new Coming(effect, paper));
    return with(new Files(coming, files.unnamed, files.named, files.refused));
  }

  /// A file arrived: named when its caption said what it is.
  ClaimDraft kept(EffectId effect, String fileId) {
    String paper = paperOf(effect);
    var unnamed = new ArrayList<>(files.unnamed);
    var named = new ArrayList<>(files.named);
    if (paper == null) {
      unnamed.add(fileId);
    } else {
      named.add(new Named(fileId, paper));
    }
    return with(new Files(without(effect), unnamed, named, files.refused));
  }

  ClaimDraft lost(EffectId effect) {
    return with(new Files(without(effect), files.unnamed, files.named, files.refused + 1));
  }

  ClaimDraft refusalsTold() {
    return with(new Files(files.coming, files.unnamed, files.named, 0));
  }

  /// Names the first file that has no name yet.
  ClaimDraft naming(String paper) {
    var named = new ArrayList<>(files.named);
    named.add(new Named(files.unnamed.getFirst(), paper));
    var rest = files.unnamed.subList(1, files.unnamed.size());
    return with(new Files(files.coming, rest, named, files.refused));
  }

  boolean awaits(EffectId effect) {
    return files.coming.stream().anyMatch(c -> c.effect.equals(effect));
  }

  private @Nullable String paperOf(EffectId effect) {
    return files.coming.stream()
        .filter(c -> c.effect.equals(effect))
        .findFirst()
        .map(Coming::paper)
        .orElse(null);
  }

  private List<Coming> without(EffectId effect) {
    return files.coming.stream().filter(c -> !c.effect.equals(effect)).toList();
  }
}
