package id.kentongan.bot.bench;

import id.kentongan.bot.bench.FakeTelegram.Sent;
import id.kentongan.bot.bench.Faults.Kind;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// A closed loop: so many people at once, each of whom says the next line when the last was
/// answered, and is followed by a new person at the end of the script. Or an open one: so many
/// messages a second, by whoever had their answer or is new. Everything happens on one event loop.
final class Load {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int SWEEP_MILLIS = 500;

  /// People at once; more means that answers stay away.
  private static final int MOST = 20_000;

  private final Context loop;
  private final Faults faults = new Faults();
  private final Map<Long, Person> people = new HashMap<>();
  private final Deque<Person> idle = new ArrayDeque<>();
  private final Courier courier;
  private List<Gateway> gateways = List.of();
  private LongPredicate wanted = chat -> true;
  private ToLongFunction<Person> turn = Person::times;
  private @Nullable Consumer<Sent> others;
  private @Nullable Script script;
  private @Nullable Arrivals arrivals;
  private Latencies latencies = new Latencies();
  private Promise<Void> finished = Promise.promise();
  private boolean finishing;
  private long nextNumber;
  private int conversations;

  /// `vertx` must have a single event loop.
  Load(Vertx vertx, InstantSource clock, Way way) {
    this.loop = vertx.getOrCreateContext();
    this.nextNumber = clock.instant().getEpochSecond() % 1_000_000 * 1_000_000;
    this.courier = way.courier(vertx, clock, this::heard);
    vertx.setPeriodic(SWEEP_MILLIS, tick -> sweep());
    vertx.setPeriodic(1, tick -> arrive());
  }

  /// Lets `many` people begin at `gateway`, who say this.
  void begin(Gateway gateway, Script said, int many) {
    begin(List.of(gateway), said, many, chat -> true);
  }

  /// As well, their messages at each of these in turn; only chats that are `wanted` begin.
  void begin(List<Gateway> at, Script said, int many, LongPredicate whom) {
    on(
        () -> {
          open(at, said);
          wanted = whom;
          for (int i = 0; i < many; i++) {
            begin();
          }
          return many;
        });
  }

  /// Lets so many messages a second arrive at `gateway`, whether the last were answered or not.
  void arrive(Gateway gateway, Script said, int rate) {
    on(
        () -> {
          open(List.of(gateway), said);
          arrivals = new Arrivals(rate, System.nanoTime());
          return rate;
        });
  }

  /// Which of several gateways has a person's next message: by the remainder of this number.
  void by(ToLongFunction<Person> number) {
    on(
        () -> {
          turn = number;
          return 0;
        });
  }

  /// Who hears what is sent to chats where nobody waits, which is a fault otherwise.
  void besides(Consumer<Sent> listener) {
    on(
        () -> {
          others = listener;
          return 0;
        });
  }

  private void open(List<Gateway> at, Script said) {
    script = said;
    finishing = false;
    finished = Promise.promise();
    gateways = List.copyOf(at);
  }

  /// What a gateway is told so that these people reach it.
  Map<String, String> settings() {
    return courier.settings();
  }

  /// Messages that come in equal steps from a moment on.
  private static final class Arrivals {
    private final long step;
    private long next;

    Arrivals(int rate, long from) {
      this.step = 1_000_000_000L / rate;
      this.next = from;
    }

    long due() {
      return next;
    }

    long next() {
      long now = next;
      next += step;
      return now;
    }
  }

  /// Ends the last window and begins a new one; what was heard in the last.
  Latencies window() {
    return on(
        () -> {
          Latencies last = latencies;
          latencies = new Latencies();
          return last;
        });
  }

  /// Lets everybody come to the end of the script; returns when all have.
  void finish() {
    on(() -> {
          finishing = true;
          arrivals = null;
          while (!idle.isEmpty()) {
            end(idle.remove());
          }
          if (people.isEmpty()) {
            finished.tryComplete();
          }
          return finished.future();
        })
        .await();
  }

  Faults faults() {
    return faults;
  }

  /// How many people have begun.
  int conversations() {
    return on(() -> conversations);
  }

  /// The platform's listener.
  private void heard(Sent sent) {
    Person person = people.get(sent.chat());
    if (person == null && others != null) {
      others.accept(sent);
      return;
    }
    if (person == null || !person.waits()) {
      faults.add(Kind.UNASKED, "message: " + sent.text());
      return;
    }
    latencies.add(person.line().text(), person.answered(sent.messageId()));
    if (!person.line().answeredBy(sent.text())) {
      faults.add(Kind.WRONG, "answer to \"" + person.line().text() + "\": " + sent.text());
    }
    goOn(person);
  }

  private void begin() {
    speak(fresh(), System.nanoTime());
  }

  private Person fresh() {
    conversations++;
    var person = new Person(Objects.requireNonNull(script), nextNumber++);
    while (!wanted.test(person.chat())) {
      person = new Person(Objects.requireNonNull(script), nextNumber++);
    }
    people.put(person.chat(), person);
    return person;
  }

  /// why from when it was due: who comes late because others wait has waited too.
  private void arrive() {
    long now = System.nanoTime();
    while (arrivals != null && arrivals.due() <= now && people.size() < MOST) {
      Person next = idle.isEmpty() ? fresh() : idle.remove();
      speak(next, arrivals.next());
    }
  }

  /// `since`: the nano time from which its answer counts.
  private void speak(Person person, long since) {
    person.speaks(since);
    courier
        .bring(gateways.get((int) (turn.applyAsLong(person) % gateways.size())), person)
        .onComplete(
            (status, lost) -> {
              if (status != null && status == 200) {
                person.accepted();
                goOn(person);
              } else {
                String why = lost == null ? "with " + status : "by " + lost;
                faults.add(Kind.REFUSED, why + ": \"" + person.line().text() + "\"");
                end(person);
              }
            });
  }

  private void goOn(Person person) {
    if (!person.free() || !people.containsKey(person.chat())) {
      return;
    }
    if (person.advance()) {
      if (arrivals == null) {
        speak(person, System.nanoTime());
      } else {
        idle.add(person);
      }
    } else {
      end(person);
    }
  }

  private void end(Person person) {
    if (!people.remove(person.chat(), person)) {
      return;
    }
    if (!finishing && arrivals == null) {
      begin();
    } else if (finishing && people.isEmpty()) {
      finished.tryComplete();
    }
  }

  private void sweep() {
    long due = System.nanoTime() - PATIENCE.toNanos();
    for (Person person : List.copyOf(people.values())) {
      if (person.late(due)) {
        faults.add(Kind.MISSING, "answer to \"" + person.line().text() + "\"");
        end(person);
      }
    }
  }

  private <T> T on(Callable<T> act) {
    Promise<T> done = Promise.promise();
    loop.runOnContext(
        now -> {
          try {
            done.complete(act.call());
          } catch (Exception e) {
            done.fail(e);
          }
        });
    return done.future().await();
  }
}
