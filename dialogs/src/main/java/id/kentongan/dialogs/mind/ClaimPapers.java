package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.content.Papers.Paper;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.ClaimForm;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.TimerName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// The papers of a claim: photographed in any order, named by a word or a button, acknowledged once
/// when no more come, and asked for while they are missing.
final class ClaimPapers {
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final String PAPER = "paper.";
  private static final String OTHER = "other";
  private static final String DONE = "papers.done";
  private static final String LIST = "papers.list";

  private ClaimPapers() {}

  static Move on(Scene scene, Claim.Collecting state, Event event) {
    ClaimDraft draft = state.draft();
    return switch (event) {
      case Event.SentFile sent -> fetch(scene, draft, sent);
      case Event.Answered answered -> arrived(scene, draft, answered);
      case Event.Due due when due.timer() == TimerName.FILES_QUIET -> quiet(scene, draft);
      case Event.Tapped t when t.choice().startsWith(PAPER) ->
          name(scene, draft, t.choice().substring(PAPER.length()));
      case Event.Tapped t when t.choice().equals(DONE) -> submit(scene, draft);
      case Event.Tapped t when t.choice().equals(LIST) -> {
        list(scene, draft);
        yield new Move.To(state);
      }
      case Event.Said said -> said(scene, draft, said);
      case Event.Due _,
          Event.Tapped _,
          Event.Edited _,
          Event.SentLocation _,
          Event.SentContact _,
          Event.SentOther _,
          Event.Noticed _,
          Event.Left _ ->
          Move.PASS;
    };
  }

  /// Asks for the name of a file, or for what is missing.
  static void ask(Scene scene, ClaimDraft draft) {
    if (!draft.files().unnamed().isEmpty()) {
      var choices = new ArrayList<Choice>();
      open(scene, draft).forEach(p -> choices.add(choice(p)));
      choices.add(new Choice(PAPER + OTHER, scene.words("choice.paper.other")));
      scene.ask(choices, "claim.ask.paper", "n", "" + draft.files().unnamed().size());
      return;
    }
    var open = open(scene, draft);
    String key = open.isEmpty() ? "claim.ask.send" : "claim.ask.papers";
    scene.ask(scene.choices(DONE, LIST), key, "kurang", names(open));
  }

  /// All papers with where to get each.
  static void list(Scene scene, ClaimDraft draft) {
    String lines =
        wanted(scene, draft).stream()
            .map(p -> scene.words("claim.paper", "nama", p.name(), "dari", p.where()))
            .collect(Collectors.joining("\n"));
    scene.say("claim.papers", "daftar", lines);
  }

  static void missing(Scene scene, ClaimDraft draft) {
    var open = open(scene, draft);
    if (!open.isEmpty()) {
      scene.say("claim.missing", "kurang", names(open));
    }
  }

  private static Move fetch(Scene scene, ClaimDraft draft, Event.SentFile sent) {
    var effect = scene.request(new Effect.Fetch(sent.file()));
    scene.timer(TimerName.FILES_QUIET, QUIET);
    scene.hush();
    String paper = named(scene, draft, sent.caption()).map(Paper::key).orElse(null);
    return new Move.To(new Claim.Collecting(draft.fetching(effect, paper)));
  }

  private static Move arrived(Scene scene, ClaimDraft draft, Event.Answered answered) {
    scene.hush();
    ClaimDraft next =
        answered.answer() instanceof Answer.FileKept kept
            ? draft.kept(answered.effect(), kept.fileId())
            : draft.lost(answered.effect());
    if (next.files().coming().isEmpty()
        && !scene.turn().talk().timers().containsKey(TimerName.FILES_QUIET)) {
      // why: the acknowledgement waited for this file, which came after the quiet
      return quiet(scene, next);
    }
    return new Move.To(new Claim.Collecting(next));
  }

  /// No more files for two seconds: they are acknowledged together.
  private static Move quiet(Scene scene, ClaimDraft draft) {
    if (!draft.files().coming().isEmpty()) {
      scene.hush();
      return new Move.To(new Claim.Collecting(draft));
    }
    if (draft.files().refused() > 0) {
      scene.say("claim.refused", "n", "" + draft.files().refused());
    }
    scene.hear();
    scene.acknowledge("claim.files", "n", "" + count(draft));
    return new Move.To(new Claim.Collecting(draft.refusalsTold()));
  }

  private static Move said(Scene scene, ClaimDraft draft, Event.Said said) {
    var paper = named(scene, draft, said.text());
    if (paper.isPresent() && !draft.files().unnamed().isEmpty()) {
      return name(scene, draft, paper.get().key());
    }
    if (Commands.listed(scene, "commands.done", said.text())) {
      return submit(scene, draft);
    }
    if (Reading.wish(said.understood())) {
      return Move.PASS;
    }
    scene.acknowledge("claim.not-a-paper");
    return new Move.To(new Claim.Collecting(draft));
  }

  private static Move name(Scene scene, ClaimDraft draft, String paper) {
    boolean ours =
        paper.equals(OTHER) || wanted(scene, draft).stream().anyMatch(p -> p.key().equals(paper));
    if (!ours || draft.files().unnamed().isEmpty()) {
      return Move.PASS;
    }
    scene.acknowledge("claim.named");
    return new Move.To(new Claim.Collecting(draft.naming(paper)));
  }

  private static Move submit(Scene scene, ClaimDraft draft) {
    if (!draft.files().coming().isEmpty() || !draft.files().unnamed().isEmpty()) {
      scene.acknowledge("claim.name-first");
      return new Move.To(new Claim.Collecting(draft));
    }
    if (draft.deceased().nik() == null) {
      scene.acknowledge("claim.nik-last");
      return new Move.To(new Claim.Asking("nik", draft.identified(null)));
    }
    var effect = scene.request(new Effect.OpenClaim(form(scene, draft)));
    return new Move.To(new Claim.Submitting(effect, draft));
  }

  private static ClaimForm form(Scene scene, ClaimDraft draft) {
    var dead = draft.deceased();
    var heir = draft.heir();
    return new ClaimForm(
        new ClaimForm.Deceased(
            Objects.requireNonNull(dead.name()),
            Objects.requireNonNull(dead.nik()),
            Objects.requireNonNull(dead.died()),
            Objects.requireNonNull(dead.cause()),
            dead.member()),
        new ClaimForm.Heir(
            Objects.requireNonNull(heir.name()),
            Objects.requireNonNull(heir.relation()),
            Told.senderPhone(scene)),
        draft.files().named().stream()
            .map(n -> new ClaimForm.Paper(n.fileId(), n.paper()))
            .toList());
  }

  private static List<Paper> wanted(Scene scene, ClaimDraft draft) {
    return scene.content().papers().wanted(Objects.requireNonNull(draft.heir().relation()));
  }

  private static List<Paper> open(Scene scene, ClaimDraft draft) {
    var have = draft.files().named().stream().map(ClaimDraft.Named::paper).toList();
    return wanted(scene, draft).stream().filter(p -> !have.contains(p.key())).toList();
  }

  private static Optional<Paper> named(Scene scene, ClaimDraft draft, String words) {
    String text = words.strip().toLowerCase(Locale.ROOT);
    return wanted(scene, draft).stream()
        .filter(
            p ->
                text.equals(p.name().toLowerCase(Locale.ROOT))
                    || p.everyday().stream()
                        .anyMatch(e -> (' ' + text + ' ').contains(' ' + e + ' ')))
        .findFirst();
  }

  private static Choice choice(Paper paper) {
    String name = paper.name();
    return new Choice(PAPER + paper.key(), name.substring(0, Math.min(24, name.length())));
  }

  private static String names(List<Paper> papers) {
    return papers.stream().map(Paper::name).collect(Collectors.joining(", "));
  }

  private static int count(ClaimDraft draft) {
    return draft.files().named().size() + draft.files().unnamed().size();
  }
}
