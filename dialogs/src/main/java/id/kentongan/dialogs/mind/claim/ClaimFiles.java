package id.kentongan.dialogs.mind.claim;

import id.kentongan.dialogs.mind.scene.Marked;
import id.kentongan.dialogs.talk.Answer.Flaw;
import id.kentongan.dialogs.talk.EffectId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The files of a claim: on their way, kept but not yet named, and named. Since last told `refused`
/// are what we may not keep, `missed` what the messenger no longer had or nobody could fetch;
/// `marked`: those that are hard to read; `album` the last that files came in.
record ClaimFiles(
    List<Coming> coming,
    List<String> unnamed,
    List<Named> named,
    int refused,
    int missed,
    List<Marked> marked,
    @Nullable Album album) {
  static final ClaimFiles NONE =
      new ClaimFiles(List.of(), List.of(), List.of(), 0, 0, List.of(), null);

  /// why: drafts stored before files were looked at have none
  ClaimFiles {
    marked = Objects.requireNonNullElse(marked, List.of());
  }

  /// `told` when the family was told of it.
  record Marked(String fileId, Flaw flaw, boolean told) {}

  /// `album` of those sent together.
  record Coming(EffectId effect, @Nullable String paper, @Nullable String album) {}

  record Named(String fileId, String paper) {}

  /// Files sent together: `paper` what the caption said, which a messenger puts on one of them and
  /// which holds for all; `nameless` those kept before it was read.
  record Album(String id, @Nullable String paper, List<String> nameless) {}

  /// A file is on its way; `paper` as its own caption said.
  ClaimFiles fetching(EffectId effect, @Nullable String paper, @Nullable String id) {
    if (id == null) {
      return coming(and(coming, new Coming(effect, paper, null)));
    }
    Album last = album != null && album.id.equals(id) ? album : new Album(id, null, List.of());
    String told = paper == null ? last.paper : paper;
    var more = coming(and(coming, new Coming(effect, told, id)));
    return told == null ? more : more.captioned(id, told, last.nameless);
  }

  private ClaimFiles captioned(String id, String paper, List<String> nameless) {
    var onTheirWay =
        coming.stream()
            .map(c -> c.paper == null && id.equals(c.album) ? new Coming(c.effect, paper, id) : c)
            .toList();
    var rest = unnamed.stream().filter(file -> !nameless.contains(file)).toList();
    var known = nameless.stream().filter(unnamed::contains).map(file -> new Named(file, paper));
    return new ClaimFiles(
        onTheirWay,
        rest,
        Stream.concat(named.stream(), known).toList(),
        refused,
        missed,
        marked,
        new Album(id, paper, List.of()));
  }

  /// A file arrived: named when a caption said what it is.
  ClaimFiles kept(EffectId effect, String fileId) {
    Optional<Coming> came = coming.stream().filter(c -> c.effect.equals(effect)).findFirst();
    String paper = came.map(Coming::paper).orElse(null);
    var rest = coming(without(effect));
    return paper == null
        ? rest.unnamed(fileId, came.map(Coming::album).orElse(null))
        : new ClaimFiles(
            rest.coming,
            unnamed,
            and(named, new Named(fileId, paper)),
            refused,
            missed,
            marked,
            album);
  }

  private ClaimFiles unnamed(String fileId, @Nullable String id) {
    Album last = album;
    if (id != null) {
      var others = album != null && album.id.equals(id) ? album.nameless : List.<String>of();
      last = new Album(id, null, and(others, fileId));
    }
    return new ClaimFiles(coming, and(unnamed, fileId), named, refused, missed, marked, last);
  }

  private ClaimFiles coming(List<Coming> now) {
    return new ClaimFiles(now, unnamed, named, refused, missed, marked, album);
  }

  ClaimFiles refused(EffectId effect) {
    return new ClaimFiles(without(effect), unnamed, named, refused + 1, missed, marked, album);
  }

  ClaimFiles missed(EffectId effect) {
    return new ClaimFiles(without(effect), unnamed, named, refused, missed + 1, marked, album);
  }

  ClaimFiles marked(String fileId, Set<Flaw> flaws) {
    var more = flaws.stream().sorted().map(flaw -> new Marked(fileId, flaw, false));
    return new ClaimFiles(
        coming,
        unnamed,
        named,
        refused,
        missed,
        Stream.concat(marked.stream(), more).toList(),
        album);
  }

  /// Whether something was not kept and nobody was told of it yet.
  boolean lost() {
    return refused + missed > 0;
  }

  /// What was not kept and what is hard to read has been told.
  ClaimFiles told() {
    var known = marked.stream().map(m -> new Marked(m.fileId, m.flaw, true)).toList();
    return new ClaimFiles(coming, unnamed, named, 0, 0, known, album);
  }

  /// Names the first file that has no name yet.
  ClaimFiles naming(String paper) {
    var rest = unnamed.subList(1, unnamed.size());
    var more = and(named, new Named(unnamed.getFirst(), paper));
    return new ClaimFiles(coming, rest, more, refused, missed, marked, album);
  }

  /// What a file was named was wrong.
  ClaimFiles renaming(Named was, String paper) {
    var anew = named.stream().map(n -> n.equals(was) ? new Named(n.fileId, paper) : n).toList();
    return new ClaimFiles(coming, unnamed, anew, refused, missed, marked, album);
  }

  /// A file has no name any more, and is the first to get one.
  ClaimFiles unnaming(Named was) {
    var first = Stream.concat(Stream.of(was.fileId), unnamed.stream()).toList();
    var rest = named.stream().filter(n -> !n.equals(was)).toList();
    return new ClaimFiles(coming, first, rest, refused, missed, marked, album);
  }

  /// A file is not of the claim after all.
  ClaimFiles out(String fileId) {
    Album last =
        album == null
            ? null
            : new Album(
                album.id,
                album.paper,
                album.nameless.stream().filter(file -> !file.equals(fileId)).toList());
    return new ClaimFiles(
        coming,
        unnamed.stream().filter(file -> !file.equals(fileId)).toList(),
        named.stream().filter(n -> !n.fileId.equals(fileId)).toList(),
        refused,
        missed,
        marked.stream().filter(m -> !m.fileId.equals(fileId)).toList(),
        last);
  }

  boolean awaits(EffectId effect) {
    return coming.stream().anyMatch(c -> c.effect.equals(effect));
  }

  private List<Coming> without(EffectId effect) {
    return coming.stream().filter(c -> !c.effect.equals(effect)).toList();
  }

  private static <T> List<T> and(List<T> some, T one) {
    return Stream.concat(some.stream(), Stream.of(one)).toList();
  }
}
