package id.kentongan.bot.chaos;

import id.kentongan.bot.bench.Script.Line;
import id.kentongan.dialogs.talk.ConversationId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One person on a whole journey, step by step: what a step says is said at once, and the next one
/// follows when all of it was answered. Used on one event loop.
final class Villager {
  final Platform platform;
  final ConversationId who;
  final String nik;
  final List<Letter> letters = new ArrayList<>();
  final List<Long> waits = new ArrayList<>();

  /// Blocks the bot as soon as fewer steps than these are left.
  private final int blocksAt;

  private final Deque<List<Line>> steps;
  private final List<Letter> waiting = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private long since;
  private boolean leaving;

  Villager(
      Platform platform, ConversationId who, String nik, List<List<Line>> steps, int blocksAt) {
    this.platform = platform;
    this.who = who;
    this.nik = nik;
    this.steps = new ArrayDeque<>(steps);
    this.blocksAt = blocksAt;
  }

  boolean blocks() {
    return steps.size() < blocksAt;
  }

  /// The words of a line as this person says them.
  String words(Line line) {
    return line.text().replace("{nik}", nik);
  }

  /// Begins no further step.
  void leave() {
    leaving = true;
  }

  /// The letters of the next step; none at the end.
  List<Letter> next() {
    List<Line> step = leaving ? null : steps.poll();
    if (step == null) {
      return List.of();
    }
    since = System.nanoTime();
    known.clear();
    List<Letter> written = step.stream().map(this::letter).toList();
    waiting.addAll(written);
    return written;
  }

  /// Says again what never got through, unless it was answered though its platform gave it up: the
  /// same answer twice would be no answer.
  Optional<Letter> again(Letter lost) {
    if (!waiting.remove(lost)) {
      return Optional.empty();
    }
    Letter again = letter(lost.line);
    again.again = true;
    waiting.add(again);
    return Optional.of(again);
  }

  /// Something of the bot arrived. The same text again is no answer to another line. A question may
  /// follow other words.
  void hears(String text) {
    if (!known.add(text)) {
      return;
    }
    String last = text.substring(text.lastIndexOf("\n\n") + 1).strip();
    Predicate<Letter> answered =
        letter -> letter.line.answeredBy(text) || letter.line.answeredBy(last);
    Predicate<Letter> any = letter -> letter.again && !letter.line.putOffBy(text);
    // why: what answers one letter must not be taken for the answer to one that was said again
    Stream.of(answered, any)
        .flatMap(fits -> waiting.stream().filter(fits))
        .findFirst()
        .ifPresent(
            letter -> {
              waiting.remove(letter);
              waits.add(System.nanoTime() - since);
            });
  }

  /// Whether all of the step was taken and answered.
  boolean free() {
    return waiting.isEmpty() && letters.stream().allMatch(l -> l.acknowledged || l.dropped);
  }

  boolean done() {
    return (leaving || steps.isEmpty()) && free();
  }

  /// Whether it came to the end of the journey.
  boolean arrived() {
    return steps.isEmpty() && free();
  }

  /// Who it is, and what is not answered yet.
  @Override
  public String toString() {
    return who.key() + " waits for " + waiting.stream().map(letter -> letter.line.text()).toList();
  }

  private Letter letter(Line line) {
    Letter letter = platform.letter(this, line);
    letters.add(letter);
    return letter;
  }
}
