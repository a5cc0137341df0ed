package id.kentongan.dialogs.mind.claim;

import id.kentongan.dialogs.content.Papers.Paper;
import id.kentongan.dialogs.mind.claim.ClaimFiles.Named;
import id.kentongan.dialogs.mind.heard.Corrections;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.heard.Told;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a family says that a claim's photographs show: by a caption, a button, or words, several in
/// a row (`ktp almarhum, kk sama akta`) and named anew (`bukan kk, itu akta`).
final class ClaimNaming {
  static final String PAPER = "paper.";
  private static final String OTHER = "other";

  /// One more page of the paper named last.
  private static final String SAME = "same";

  private ClaimNaming() {}

  /// Papers that words name, in the words' order: those that it is, and those that it is not;
  /// `doubtful` where something else is denied too.
  private record Told(List<Paper> papers, List<Paper> denied, boolean doubtful) {}

  /// Where in the words a paper stands.
  private record Found(int at, int length, Paper paper) {}

  private static final Comparator<Found> BY_PLACE =
      Comparator.comparingInt(Found::at).thenComparing(Found::length, Comparator.reverseOrder());

  private static Told told(Scene scene, ClaimDraft draft, String words) {
    String spaced = Listed.spaced(words);
    for (String none : scene.heard("claim.no-paper-words")) {
      spaced = spaced.replace(' ' + none + ' ', " ");
    }
    Set<String> negations = scene.heard("facts.negations");
    var papers = new ArrayList<Paper>();
    var denied = new ArrayList<Paper>();
    for (Found found : found(scene, draft, spaced)) {
      String before = spaced.substring(0, found.at() + 1).strip();
      boolean not = negations.contains(before.substring(before.lastIndexOf(' ') + 1));
      (not ? denied : papers).add(found.paper());
    }
    long negated = Stream.of(spaced.strip().split(" ")).filter(negations::contains).count();
    return new Told(papers, denied, negated > denied.size());
  }

  private static List<Found> found(Scene scene, ClaimDraft draft, String spaced) {
    return ClaimList.wanted(scene, draft).stream()
        .flatMap(
            paper ->
                Stream.concat(Stream.of(paper.name()), paper.everyday().stream())
                    .map(phrase -> Listed.spaced(phrase).strip())
                    .flatMap(phrase -> Stream.of(phrase, phrase + "nya"))
                    .map(
                        phrase ->
                            new Found(spaced.indexOf(' ' + phrase + ' '), phrase.length(), paper))
                    .filter(found -> found.at() >= 0)
                    .min(BY_PLACE)
                    .stream())
        .sorted(BY_PLACE)
        // why: `akta nikah` is no `akta`
        .collect(
            Collectors.toMap(
                Found::at, found -> found, (longest, _) -> longest, LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  /// The first paper that words name.
  static Optional<Paper> paper(Scene scene, ClaimDraft draft, String words) {
    return told(scene, draft, words).papers().stream().findFirst();
  }

  /// why: `ktp sama kk` under an album says not which photograph is which.
  static @Nullable String captioned(Scene scene, ClaimDraft draft, Event.SentFile sent) {
    Set<String> and = scene.heard("claim.and");
    boolean several =
        Arrays.stream(sent.caption().toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
            .anyMatch(and::contains);
    return sent.album() != null && several
        ? null
        : paper(scene, draft, sent.caption()).map(Paper::key).orElse(null);
  }

  /// Asks what the next photograph shows.
  static void ask(Scene scene, ClaimDraft draft) {
    ClaimFiles files = draft.files();
    var choices = new ArrayList<>(choices(ClaimList.open(scene, draft)));
    if (!files.named().isEmpty()) {
      choices.add(scene.choice(PAPER + SAME));
    }
    choices.add(new Choice(PAPER + OTHER, scene.words("choice.paper.other")));
    int n = files.unnamed().size();
    String key = files.named().isEmpty() ? "paper" : "paper-next";
    scene.ask(choices, "claim.ask." + (n == 1 ? "paper-one" : key), "n", "" + n);
  }

  private static List<Choice> choices(List<Paper> papers) {
    return papers.stream()
        .map(
            paper -> {
              String name = paper.name();
              String label = name.substring(0, Math.min(24, name.length()));
              return new Choice(PAPER + paper.key(), label);
            })
        .toList();
  }

  static Move tapped(Scene scene, ClaimDraft draft, String choice) {
    String told = choice.substring(PAPER.length());
    var named = draft.files().named();
    String paper = told.equals(SAME) && !named.isEmpty() ? named.getLast().paper() : told;
    boolean ours =
        paper.equals(OTHER)
            || ClaimList.wanted(scene, draft).stream().anyMatch(p -> p.key().equals(paper));
    if (!ours || draft.files().unnamed().isEmpty()) {
      return Move.PASS;
    }
    return new Move.To(new Claim.Collecting(named(scene, draft, List.of(paper))));
  }

  /// The photographs, one after the other, show these; says what was noted of which.
  private static ClaimDraft named(Scene scene, ClaimDraft draft, List<String> papers) {
    ClaimFiles files = draft.files();
    var noted = papers.subList(0, Math.min(papers.size(), files.unnamed().size()));
    for (String paper : noted) {
      files = files.naming(paper);
    }
    noted(scene, "claim.named", draft, noted);
    return draft.with(files);
  }

  private static void noted(Scene scene, String key, ClaimDraft draft, List<String> papers) {
    var names =
        papers.stream()
            .map(
                told ->
                    ClaimList.wanted(scene, draft).stream()
                        .filter(p -> p.key().equals(told))
                        .map(Paper::name)
                        .findFirst()
                        .orElseGet(() -> scene.words("choice.paper.other")))
            .toList();
    scene.acknowledge(key, "berkas", String.join(", ", names));
  }

  /// A paper named right after its photograph, whatever is being asked.
  static Optional<Move> early(Scene scene, Claim.Asking asking, Event.Said said) {
    ClaimDraft draft = asking.draft();
    return removed(scene, draft, said)
        .or(() -> draft.heir().relation() == null ? Optional.empty() : names(scene, draft, said))
        .map(known -> new Move.To(new Claim.Asking(asking.slot(), known)));
  }

  /// Words that name photographs, where papers are collected: for the first time, anew, or by half.
  static Optional<Move> said(Scene scene, Claim.Collecting state, Event.Said said) {
    ClaimDraft draft = state.draft();
    if (later(scene, draft, said)) {
      scene.acknowledge("claim.paper-later");
      return Optional.of(new Move.To(state));
    }
    return removed(scene, draft, said)
        .or(() -> corrected(scene, draft, said))
        .or(() -> names(scene, draft, said))
        .<Move>map(known -> new Move.To(new Claim.Collecting(known)))
        .or(() -> half(scene, state, said));
  }

  /// `ktp saya besok ya` names a paper that is still to come, and no photograph.
  private static boolean later(Scene scene, ClaimDraft draft, Event.Said said) {
    return !told(scene, draft, said.text()).papers().isEmpty()
        && told(scene, draft, now(scene, said.text())).papers().isEmpty()
        && !Reading.questioning(scene, said.understood());
  }

  /// The parts between commas that put nothing off.
  private static String now(Scene scene, String text) {
    return Stream.of(text.split("[,.;\\n]+"))
        .filter(part -> !Listed.any(scene, "claim.paper-later-words", part))
        .collect(Collectors.joining(", "));
  }

  /// The photographs that have no name yet, whatever they show.
  static ClaimDraft others(Scene scene, ClaimDraft draft) {
    return named(scene, draft, draft.files().unnamed().stream().map(_ -> OTHER).toList());
  }

  private static Optional<ClaimDraft> names(Scene scene, ClaimDraft draft, Event.Said said) {
    Told told = told(scene, draft, now(scene, said.text()));
    if (draft.files().unnamed().isEmpty()
        || told.papers().isEmpty()
        || told.doubtful()
        || Reading.questioning(scene, said.understood())) {
      return Optional.empty();
    }
    return Optional.of(named(scene, draft, told.papers().stream().map(Paper::key).toList()));
  }

  /// `salah, itu akta`, `bukan kk`: what was named last, or what is said not to be, has another
  /// name, or none yet.
  private static Optional<ClaimDraft> corrected(Scene scene, ClaimDraft draft, Event.Said said) {
    Told told = told(scene, draft, said.text());
    if (!Corrections.signed(scene, said.understood()) || draft.files().named().isEmpty()) {
      return Optional.empty();
    }
    boolean replaced = told.denied().isEmpty() && told.papers().size() == 2;
    var was = replaced ? told.papers().subList(0, 1) : told.denied();
    Optional<Named> wrong =
        was.isEmpty() ? Optional.of(draft.files().named().getLast()) : last(draft, was);
    var right = told.papers().subList(replaced ? 1 : 0, told.papers().size());
    boolean itself = was.isEmpty() && last(draft, right).isPresent();
    if (right.size() == 1 && wrong.isPresent() && !itself) {
      String paper = right.getFirst().key();
      noted(scene, "claim.renamed", draft, List.of(paper));
      return Optional.of(draft.with(draft.files().renaming(wrong.get(), paper)));
    }
    if (right.isEmpty() && !was.isEmpty() && wrong.isPresent()) {
      scene.acknowledge("claim.unnamed");
      return Optional.of(draft.with(draft.files().unnaming(wrong.get())));
    }
    if (!right.isEmpty() || Listed.any(scene, "claim.photo-words", said.text())) {
      scene.acknowledge("claim.photo-again");
      return Optional.of(draft);
    }
    return Optional.empty();
  }

  /// `foto tadi salah, hapus`, `buang yang kk`: the paper named,
  /// else the photograph that came last.
  private static Optional<ClaimDraft> removed(Scene scene, ClaimDraft draft, Event.Said said) {
    ClaimFiles files = draft.files();
    var papers = told(scene, draft, said.text()).papers();
    boolean meant =
        Listed.any(scene, "claim.remove-words", said.text())
            && (!papers.isEmpty() || Listed.any(scene, "claim.photo-words", said.text()));
    if (!meant || ClaimList.count(draft) == 0) {
      return Optional.empty();
    }
    if (Reading.questioning(scene, said.understood())) {
      scene.acknowledge("claim.photo-again");
      return Optional.of(draft);
    }
    if (papers.isEmpty() && !files.unnamed().isEmpty()) {
      scene.acknowledge("claim.removed-last");
      return Optional.of(draft.with(files.out(files.unnamed().getLast())));
    }
    Optional<Named> which =
        papers.isEmpty() ? Optional.of(files.named().getLast()) : last(draft, papers);
    which.ifPresent(named -> noted(scene, "claim.removed", draft, List.of(named.paper())));
    return which.map(named -> draft.with(files.out(named.fileId())));
  }

  private static Optional<Named> last(ClaimDraft draft, List<Paper> papers) {
    var keys = papers.stream().map(Paper::key).toList();
    return draft.files().named().reversed().stream()
        .filter(named -> keys.contains(named.paper()))
        .findFirst();
  }

  /// `ktp`, where there are several: which of them is asked.
  private static Optional<Move> half(Scene scene, Claim.Collecting state, Event.Said said) {
    String begun = Listed.spaced(said.text()).strip() + ' ';
    var which =
        ClaimList.wanted(scene, state.draft()).stream()
            .filter(p -> p.everyday().stream().anyMatch(e -> e.startsWith(begun)))
            .toList();
    if (state.draft().files().unnamed().isEmpty() || which.size() < 2) {
      return Optional.empty();
    }
    scene.ask(choices(which), "claim.ask.paper-which");
    return Optional.of(new Move.To(state));
  }
}
