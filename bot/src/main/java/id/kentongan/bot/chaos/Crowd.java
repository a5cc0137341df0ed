package id.kentongan.bot.chaos;

import id.kentongan.dialogs.talk.ConversationId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongFunction;

/// People who are there at once. Each thinks for a while before the next step; who has come to the
/// end of the journey is followed by somebody new, until no more are wanted. Used on one event
/// loop.
final class Crowd implements Reader {
  private static final int SHOWN = 3;

  private final Vertx vertx;
  private final Random random;
  private final int thinksMillis;
  private final Mail mail;
  private final Map<ConversationId, Villager> people = new HashMap<>();
  private final List<Arrival> arrivals = new ArrayList<>();
  private final Promise<Void> finished = Promise.promise();
  private LongFunction<Villager> births =
      number -> {
        throw new IllegalStateException("nobody is born yet");
      };
  private int there;
  private long born;
  private boolean ending;

  /// `thinksMillis`: how long at most somebody thinks.
  Crowd(Vertx vertx, List<Node> nodes, Random random, int thinksMillis) {
    this.vertx = vertx;
    this.random = random;
    this.thinksMillis = thinksMillis;
    this.mail = new Mail(vertx, nodes, random, this::goOn, this::again);
  }

  /// Lets so many people begin; `births` makes the person of a number.
  void begin(int many, LongFunction<Villager> births) {
    this.births = births;
    for (int i = 0; i < many; i++) {
      begin();
    }
  }

  /// Nobody new begins; done when everybody has come to the end, of the journey or of the step that
  /// they are at.
  Future<Void> end(boolean journeys) {
    ending = true;
    if (!journeys) {
      people.values().forEach(Villager::leave);
    }
    if (there == 0) {
      finished.tryComplete();
    }
    return finished.future();
  }

  Mail mail() {
    return mail;
  }

  List<Villager> everybody() {
    return List.copyOf(people.values());
  }

  List<Arrival> arrivals() {
    return List.copyOf(arrivals);
  }

  /// why: what was refused the operator sees; in this world its reader goes on as if it had come.
  @Override
  public void heard(Arrival arrival) {
    arrivals.add(arrival);
    hears(arrival.to(), arrival.text());
  }

  @Override
  public boolean blocks(ConversationId who) {
    Villager villager = people.get(who);
    return villager != null && villager.blocks();
  }

  /// How far everybody is, with some who wait.
  @Override
  public String toString() {
    List<Villager> unanswered =
        people.values().stream().filter(villager -> !villager.free()).toList();
    return "%,d messages, %d of %d people there wait for an answer %s"
        .formatted(
            mail.posted,
            unanswered.size(),
            there,
            unanswered.stream().limit(SHOWN).map(Villager::toString).toList());
  }

  private void begin() {
    there++;
    Villager villager = births.apply(born++);
    people.put(villager.who, villager);
    step(villager);
  }

  private void hears(ConversationId who, String text) {
    Villager villager = people.get(who);
    if (villager != null && !villager.free()) {
      villager.hears(text);
      goOn(villager);
    }
  }

  private void goOn(Letter taken) {
    goOn(taken.from);
  }

  private void again(Letter lost) {
    lost.from.again(lost).ifPresentOrElse(mail::bring, () -> goOn(lost));
  }

  private void goOn(Villager villager) {
    if (villager.free()) {
      step(villager);
    }
  }

  private void step(Villager villager) {
    vertx.setTimer(
        1 + random.nextInt(thinksMillis),
        thought -> {
          List<Letter> letters = villager.next();
          letters.forEach(mail::bring);
          if (letters.isEmpty()) {
            gone();
          }
        });
  }

  private void gone() {
    there--;
    if (!ending) {
      begin();
    } else if (there == 0) {
      finished.tryComplete();
    }
  }
}
