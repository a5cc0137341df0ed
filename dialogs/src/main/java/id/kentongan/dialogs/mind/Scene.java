package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.talk.Bubble;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.talk.Timer;
import id.kentongan.dialogs.talk.TimerName;
import id.kentongan.dialogs.talk.Turn;
import id.kentongan.dialogs.values.Code;
import id.kentongan.dialogs.values.Language;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One turn as a dialog sees it: what is known, and a sheet on which to write what the bot will do.
/// All that is said becomes one bubble: first what was [#say]d, then the question.
final class Scene {
  private final Turn turn;
  private final Content content;
  private final Wording wording;
  private final List<Effect> records = new ArrayList<>();
  private final List<Timer> timers = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private boolean answered;
  private boolean hushed;
  private @Nullable String explanation;
  private @Nullable Choice offered;
  private boolean repeated;
  private @Nullable String question;
  private List<Choice> choices = List.of();
  private @Nullable String person;
  private Learnt learnt;
  private Bubble.@Nullable Attachment attachment;
  private @Nullable Code code;

  Scene(Turn turn, Content content) {
    this.turn = turn;
    this.content = content;
    this.wording = new Wording(content.words(), turn.talk().language());
    this.person = turn.talk().person();
    this.learnt = Learnt.from(turn.talk().memory());
  }

  Turn turn() {
    return turn;
  }

  Content content() {
    return content;
  }

  Language language() {
    return wording.language();
  }

  /// Speaks this language from here on.
  void speak(Language other) {
    wording.speak(other);
  }

  LocalDate today() {
    return LocalDate.ofInstant(turn.now(), zone());
  }

  /// The time of the person's village where it was told, else the deployment's.
  ZoneId zone() {
    String village = learnt.village();
    return village == null ? content.rules().zone() : content.rules().zoneOf(village);
  }

  @Nullable String fact(String name) {
    return learnt.facts().get(name);
  }

  void remember(String fact, String value) {
    learnt = learnt.with(fact, value);
  }

  void forget(String fact) {
    learnt = learnt.without(fact);
  }

  YearMonth month() {
    return YearMonth.from(today());
  }

  /// The record this conversation is bound to, as it stands now.
  @Nullable String person() {
    return person;
  }

  void bind(@Nullable String record) {
    person = record;
  }

  /// How to address the person from here on, e.g. `Pak Slamet`.
  void address(String as) {
    wording.address(as);
  }

  /// The words of a key; values are given as name, value, name, value. `{sapa}` is always known.
  String words(String key, String... values) {
    return wording.say(key, values);
  }

  /// The words listed under a key, of every language.
  Set<String> heard(String key) {
    return content.words().heard(key);
  }

  /// Says something that must arrive.
  void say(String key, String... values) {
    sayText(words(key, values));
  }

  void sayText(String text) {
    said.add(text);
    answered = true;
  }

  /// What is asked now is not said whole again, so it must arrive.
  void mustArrive() {
    answered = true;
  }

  /// Sends a file of ours along.
  void attach(Bubble.Attachment file) {
    attachment = file;
  }

  /// Says words that tell a code.
  void sayCode(String key, Code told, String... values) {
    say(
        key,
        Stream.concat(Stream.of("kode", told.text()), Stream.of(values)).toArray(String[]::new));
    code = told;
  }

  /// A courtesy before the next question, which may be withdrawn together with it.
  void acknowledge(String key, String... values) {
    said.add(words(key, values));
  }

  /// Says why an answer could not be read, with an example: the question itself is not repeated.
  /// Who could not be read before is shown another way, and an officer.
  void explain(String key, String... values) {
    if (repeated) {
      return;
    }
    int before = turn.talk().memory().doubts();
    explanation = Stuck.words(this, key, before, words(key, values));
    offered = before == 0 ? null : choice(Commands.HUMAN);
  }

  /// The same words again within seconds: the phone sent them twice, nothing is to be explained.
  void repeated() {
    repeated = true;
  }

  boolean explained() {
    return explanation != null;
  }

  /// The words were understood after all: nothing is to be explained.
  void understood() {
    explanation = null;
    offered = null;
    hear();
    question = null;
    choices = List.of();
  }

  /// One more choice under whatever is asked.
  void offer(Choice choice) {
    offered = choice;
  }

  /// Tells what many are told, in a message of its own.
  void announce(Notice.Announcement told, List<Choice> options) {
    choices = List.copyOf(options);
    var bubble = new Bubble(told.text(), choices, null, null);
    records.add(new Effect.Announce(told.broadcast(), bubble));
  }

  /// Asks; the last question asked in a turn is the one shown.
  void ask(List<Choice> options, String key, String... values) {
    askText(options, words(key, values));
  }

  void askText(List<Choice> options, String text) {
    question = text;
    choices = List.copyOf(options);
  }

  boolean asked() {
    return question != null || hushed;
  }

  /// Choices without a question wait for nothing: a form goes on over them.
  boolean offers() {
    return question != null && question.isEmpty();
  }

  /// Nothing is to be asked now: an answer comes later, once for all.
  void hush() {
    hushed = true;
  }

  void hear() {
    hushed = false;
  }

  boolean silent() {
    return said.isEmpty() && question == null && explanation == null;
  }

  /// A choice whose label is the words' `choice.<id>`.
  Choice choice(String id) {
    return new Choice(id, words("choice." + id));
  }

  List<Choice> choices(String... ids) {
    var choices = new ArrayList<Choice>(ids.length);
    for (String id : ids) {
      choices.add(choice(id));
    }
    return List.copyOf(choices);
  }

  /// Asks the records; the id is what the state then waits for.
  EffectId request(Effect.Ask ask) {
    records.add(ask);
    return turn.effect(records.size() - 1);
  }

  void tell(Effect effect) {
    records.add(effect);
  }

  void timer(TimerName name, Duration in) {
    timers.add(new Timer.Set(name, turn.now().plus(in)));
  }

  void cancel(TimerName name) {
    timers.add(new Timer.Cancel(name));
  }

  List<Timer> timers() {
    return timers;
  }

  List<Choice> shown() {
    if (offered == null || choices.contains(offered)) {
      return choices;
    }
    return Stream.concat(choices.stream(), Stream.of(offered)).toList();
  }

  /// Records first and replies last, so that splitting a reply leaves the ids of the records alone.
  List<Effect> effects() {
    var effects = new ArrayList<>(records);
    if (!silent()) {
      var text = new ArrayList<>(said);
      if (explanation != null) {
        text.add(explanation);
      } else if (question != null && !question.isEmpty()) {
        text.add(question);
      }
      effects.add(
          new Effect.Send(
              new Bubble(String.join("\n\n", text), shown(), attachment, code), !answered));
    }
    return effects;
  }

  /// Forgets the person, all that was told but for the fact `kept`, and every timer.
  void forgetAll(String kept) {
    person = null;
    learnt = learnt.only(kept);
    turn.talk().timers().keySet().forEach(this::cancel);
  }

  Learnt learnt() {
    return learnt;
  }

  void learn(Learnt now) {
    learnt = now;
  }
}
