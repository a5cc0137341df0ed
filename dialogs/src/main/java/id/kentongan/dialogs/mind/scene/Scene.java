package id.kentongan.dialogs.mind.scene;

import id.kentongan.dialogs.content.Content;
import id.kentongan.dialogs.stored.TalkJson;
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
/// All that is said becomes one [Reply].
public final class Scene {
  private final Turn turn;
  private final Content content;
  private final TalkJson stored;
  private final Wording wording;
  private final List<Effect> records = new ArrayList<>();
  private final List<Timer> timers = new ArrayList<>();
  private final Reply reply = new Reply();
  private boolean repeated;
  private @Nullable String person;
  private Learnt learnt;

  public Scene(Turn turn, Content content, TalkJson stored) {
    this.turn = turn;
    this.content = content;
    this.stored = stored;
    this.wording = new Wording(content.words(), turn.talk().language());
    this.person = turn.talk().person();
    this.learnt = Learnt.from(turn.talk().memory());
  }

  public Turn turn() {
    return turn;
  }

  public Content content() {
    return content;
  }

  /// The stored form of states, for what is put aside.
  public TalkJson stored() {
    return stored;
  }

  public Language language() {
    return wording.language();
  }

  /// Speaks this language from here on.
  public void speak(Language other) {
    wording.speak(other);
  }

  public LocalDate today() {
    return LocalDate.ofInstant(turn.now(), zone());
  }

  /// The time of the person's village where it was told, else the deployment's.
  public ZoneId zone() {
    String village = learnt.village();
    return village == null ? content.rules().zone() : content.rules().zoneOf(village);
  }

  public @Nullable String fact(String name) {
    return learnt.facts().get(name);
  }

  public void remember(String fact, String value) {
    learnt = learnt.with(fact, value);
  }

  public void forget(String fact) {
    learnt = learnt.without(fact);
  }

  public YearMonth month() {
    return YearMonth.from(today());
  }

  /// The record this conversation is bound to, as it stands now.
  public @Nullable String person() {
    return person;
  }

  public void bind(@Nullable String record) {
    person = record;
  }

  /// How to address the person from here on, e.g. `Pak Slamet`.
  public void address(String as) {
    wording.address(as);
  }

  /// The words of a key; values are given as name, value, name, value. `{sapa}` is always known.
  public String words(String key, String... values) {
    return wording.say(key, values);
  }

  /// The words listed under a key, of every language.
  public Set<String> heard(String key) {
    return content.words().heard(key);
  }

  /// Says something that must arrive.
  public void say(String key, String... values) {
    sayText(words(key, values));
  }

  public void sayText(String text) {
    reply.say(text);
    reply.mustArrive();
  }

  /// What is asked now is not said whole again, so it must arrive.
  public void mustArrive() {
    reply.mustArrive();
  }

  /// Sends a file of ours along.
  public void attach(Bubble.Attachment file) {
    reply.attach(file);
  }

  /// Says words that tell a code.
  public void sayCode(String key, Code told, String... values) {
    say(
        key,
        Stream.concat(Stream.of("kode", told.text()), Stream.of(values)).toArray(String[]::new));
    reply.attach(told);
  }

  /// A courtesy before the next question, which may be withdrawn together with it.
  public void acknowledge(String key, String... values) {
    reply.say(words(key, values));
  }

  /// Says that we mourn with the person: nothing light is said beside it.
  public void condole() {
    reply.condole(words("condolence"));
  }

  public boolean condoled() {
    return reply.condoled();
  }

  /// Says why an answer could not be read, with an example: the question itself is not repeated.
  /// Who could not be read before is shown another way, and an officer.
  public void explain(String key, String... values) {
    if (repeated) {
      return;
    }
    int before = turn.talk().memory().doubts();
    String why = Stuck.words(this, key, before, words(key, values));
    reply.explain(why, before == 0 ? null : choice(Commands.HUMAN));
  }

  /// The same words again within seconds: the phone sent them twice, nothing is to be explained.
  public void repeated() {
    repeated = true;
  }

  public boolean explained() {
    return reply.explained();
  }

  /// The words were understood after all: nothing is to be explained.
  public void understood() {
    reply.withdraw();
  }

  /// One more choice under whatever is asked.
  public void offer(Choice choice) {
    reply.offer(choice);
  }

  /// Tells what many are told, in a message of its own.
  public void announce(Notice.Announcement told, List<Choice> options) {
    reply.choices(options);
    var bubble = new Bubble(told.text(), options, null, null);
    records.add(new Effect.Announce(told.broadcast(), bubble));
  }

  /// Asks; the last question asked in a turn is the one shown.
  public void ask(List<Choice> options, String key, String... values) {
    askText(options, words(key, values));
  }

  public void askText(List<Choice> options, String text) {
    reply.ask(options, text);
  }

  /// Offers what people do next, and the menu beside it.
  public void offerNext(Stream<String> next) {
    askText(Stream.concat(next, Stream.of(Commands.MENU)).map(this::choice).toList(), "");
  }

  public boolean asked() {
    return reply.asked();
  }

  /// Choices without a question wait for nothing: a form goes on over them.
  public boolean offers() {
    return reply.offers();
  }

  /// Nothing is to be asked now: an answer comes later, once for all.
  public void hush() {
    reply.hush();
  }

  public void hear() {
    reply.hear();
  }

  public boolean silent() {
    return reply.silent();
  }

  /// A choice whose label is the words' `choice.<id>`.
  public Choice choice(String id) {
    return new Choice(id, words("choice." + id));
  }

  public List<Choice> choices(String... ids) {
    var choices = new ArrayList<Choice>(ids.length);
    for (String id : ids) {
      choices.add(choice(id));
    }
    return List.copyOf(choices);
  }

  /// Asks the records; the id is what the state then waits for.
  public EffectId request(Effect.Ask ask) {
    records.add(ask);
    return turn.effect(records.size() - 1);
  }

  public void tell(Effect effect) {
    records.add(effect);
  }

  public void timer(TimerName name, Duration in) {
    timers.add(new Timer.Set(name, turn.now().plus(in)));
  }

  public void cancel(TimerName name) {
    timers.add(new Timer.Cancel(name));
  }

  public List<Timer> timers() {
    return timers;
  }

  public List<Choice> shown() {
    return reply.shown();
  }

  /// Records first and replies last, so that splitting a reply leaves the ids of the records alone.
  public List<Effect> effects() {
    return Stream.concat(records.stream(), reply.sent().stream()).toList();
  }

  /// Forgets the person, all that was told but for the fact `kept`, and every timer.
  public void forgetAll(String kept) {
    person = null;
    learnt = learnt.only(kept);
    turn.talk().timers().keySet().forEach(this::cancel);
  }

  public Learnt learnt() {
    return learnt;
  }

  public void learn(Learnt now) {
    learnt = now;
  }
}
