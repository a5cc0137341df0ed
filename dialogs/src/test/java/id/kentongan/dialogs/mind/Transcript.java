package id.kentongan.dialogs.mind;

import com.fasterxml.jackson.databind.json.JsonMapper;
import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.ear.Ear;
import id.kentongan.dialogs.stored.StoredJson;
import id.kentongan.dialogs.stored.TalkJson;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.ConversationId;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.FileRef;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.talk.Step;
import id.kentongan.dialogs.talk.Talk;
import id.kentongan.dialogs.talk.TimerName;
import id.kentongan.dialogs.talk.Turn;
import id.kentongan.dialogs.values.Phone;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Plays a talk file and writes what really happened. Lines of the script: `> words` (`\n` for a
/// new line in them), `> [choice]`, `> (photo caption)`, `> (album caption)` for one of several
/// sent together, `> (document)`, `> (voice)`, `> (sticker)`, `> (location)`, `> (contact)`, `=
/// {answer}` for the oldest effect not yet answered, `* {notice}`, `~ 20m` time passes and timers
/// fire, `~ -1h` the next message was written that long ago. What came of it: `<` said, `[ ]`
/// choices, `!` other effects, `@` the state.
final class Transcript {
  static final Instant START = Instant.parse("2026-11-20T02:00:00Z");
  private static final ConversationId WHO = new ConversationId("telegram", "1");
  private static final TalkJson JSON = Dialogs.json();
  private static final JsonMapper MAPPER = StoredJson.mapper(Dialogs.families());

  private final Mind mind;
  private final Ear ear;
  private final List<String> out = new ArrayList<>();
  private final Deque<EffectId> asked = new ArrayDeque<>();
  private final List<Talk> talks = new ArrayList<>();
  private final Set<String> states = new TreeSet<>();
  private final List<Bubble> bubbles = new ArrayList<>();
  private byte[] talk = JSON.write(Talk.fresh());
  private Instant now = START;
  private Duration ago = Duration.ZERO;
  private long version;

  Transcript(Content content, Ear ear) {
    this.mind = new DialogMind(content);
    this.ear = ear;
  }

  /// The conversation after each turn.
  List<Talk> talks() {
    return talks;
  }

  /// The states that the bot waited in.
  Set<String> states() {
    return states;
  }

  /// All that the bot said.
  List<Bubble> bubbles() {
    return bubbles;
  }

  String play(List<String> script) {
    for (String line : script) {
      switch (line.isEmpty() ? ' ' : line.charAt(0)) {
        case '#' -> out.add(line);
        case '>' -> said(line);
        case '=' -> answered(line);
        case '*' -> noticed(line);
        case '~' -> passes(line);
        default -> {}
      }
    }
    return String.join("\n", out) + "\n";
  }

  private void said(String line) {
    out.add("");
    out.add(line);
    step(event(line.substring(1).strip()));
  }

  private Event event(String said) {
    if (said.startsWith("[")) {
      return new Event.Tapped(said.substring(1, said.length() - 1));
    }
    if (said.startsWith("(photo")) {
      String caption = said.substring(6, said.length() - 1).strip();
      return new Event.SentFile(new FileRef("f", "image/jpeg", 1000), caption, null);
    }
    if (said.startsWith("(album")) {
      String caption = said.substring(6, said.length() - 1).strip();
      return new Event.SentFile(new FileRef("f", "image/jpeg", 1000), caption, "album");
    }
    if (said.startsWith("(document")) {
      return new Event.SentFile(new FileRef("f", "application/octet-stream", 1000), "", null);
    }
    return switch (said) {
      case "(voice)" -> new Event.SentOther(Event.SentOther.Kind.VOICE);
      case "(sticker)" -> new Event.SentOther(Event.SentOther.Kind.STICKER);
      case "(video)" -> new Event.SentOther(Event.SentOther.Kind.VIDEO);
      case "(location)" -> new Event.SentLocation(-8.5, 114.3);
      case "(contact)" -> new Event.SentContact(new Phone("+6281234567890"), false);
      case "(own contact)" -> new Event.SentContact(new Phone("+6281234567890"), true);
      case "(4000 characters)" -> new Event.Said(ear.hear("cerita panjang ".repeat(267)));
      case "(left)" -> new Event.Left();
      default -> new Event.Said(ear.hear(said.replace("\\n", "\n")));
    };
  }

  private void answered(String line) {
    out.add("");
    out.add(line);
    EffectId effect = asked.isEmpty() ? EffectId.of(WHO, 0, 0) : asked.removeFirst();
    step(new Event.Answered(effect, read(line, Answer.class)));
  }

  private void noticed(String line) {
    out.add("");
    out.add(line);
    step(new Event.Noticed(read(line, Notice.class)));
  }

  private static <T> T read(String line, Class<T> type) {
    try {
      return MAPPER.readValue(line.substring(1), type);
    } catch (IOException e) {
      throw new IllegalArgumentException(line, e);
    }
  }

  private void passes(String line) {
    out.add("");
    out.add(line);
    String span = line.substring(1).strip();
    if (span.startsWith("-")) {
      ago = duration(span.substring(1));
      return;
    }
    Instant until = now.plus(duration(span));
    while (true) {
      var due =
          JSON.read(talk).timers().entrySet().stream()
              .filter(t -> !t.getValue().isAfter(until))
              .min(Comparator.comparing(Map.Entry<TimerName, Instant>::getValue));
      if (due.isEmpty()) {
        break;
      }
      now = due.get().getValue();
      out.add("(timer " + due.get().getKey() + ")");
      step(new Event.Due(due.get().getKey()));
    }
    now = until;
  }

  private static Duration duration(String span) {
    return Duration.parse(
        span.endsWith("d")
            ? "P" + span.toUpperCase(java.util.Locale.ROOT)
            : "PT" + span.toUpperCase(java.util.Locale.ROOT));
  }

  private void step(Event event) {
    version++;
    now = now.plusSeconds(1);
    var turn = new Turn(WHO, version, JSON.read(talk), now, now.minus(ago), "Slamet", null);
    ago = Duration.ZERO;
    Step step = mind.step(turn, event);
    talk = JSON.write(step.next());
    talks.add(step.next());
    show(turn, step);
  }

  private void show(Turn turn, Step step) {
    for (int i = 0; i < step.effects().size(); i++) {
      Effect effect = step.effects().get(i);
      if (effect instanceof Effect.Send send) {
        show(send.bubble());
      } else {
        out.add("! " + effect.getClass().getSimpleName());
      }
      if (effect instanceof Effect.Ask) {
        asked.add(turn.effect(i));
      }
    }
    State top = step.next().top();
    String state = top == null ? "idle" : top.dialog() + '.' + top.name();
    states.add(state);
    out.add("@ " + state);
  }

  private void show(Bubble bubble) {
    bubbles.add(bubble);
    for (String line : bubble.text().split("\n", -1)) {
      out.add(("< " + line).stripTrailing());
    }
    if (!bubble.choices().isEmpty()) {
      out.add("  " + String.join(" ", bubble.choices().stream().map(Transcript::choice).toList()));
    }
  }

  private static String choice(Choice choice) {
    return "[" + choice.label() + "]";
  }
}
