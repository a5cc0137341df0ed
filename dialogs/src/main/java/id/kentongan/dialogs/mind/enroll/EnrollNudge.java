package id.kentongan.dialogs.mind.enroll;

import id.kentongan.dialogs.content.Rules.Reminders;
import id.kentongan.dialogs.mind.accident.Accident;
import id.kentongan.dialogs.mind.claim.Claim;
import id.kentongan.dialogs.mind.member.Remind;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.TimerName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/// Asks once, the next day, whether to go on with an enrolment left lying (E6): in the person's
/// hours, never after they refused reminders, never beside a claim, and it names nobody.
final class EnrollNudge {
  private static final String YES = "nudge.yes";
  private static final String LATER = "nudge.later";
  private static final String DONE = "enroll.nudged";

  /// Twilio and Meta refuse free words 24 hours after the person's last message.
  ///
  /// <https://www.twilio.com/docs/whatsapp/key-concepts#the-24-hour-window>
  private static final Duration WINDOW = Duration.ofMinutes(24 * 60 - 15);

  private EnrollNudge() {}

  /// A new draft may be asked about again.
  static void anew(Scene scene) {
    scene.forget(DONE);
  }

  /// Sets the time to ask, anew with each answer.
  static void later(Scene scene, EnrollDraft draft) {
    if (!draft.who().consent() || scene.fact(DONE) != null) {
      return;
    }
    Instant last = scene.turn().at();
    time(scene, last)
        .map(at -> Duration.between(scene.turn().now(), at))
        .filter(Duration::isPositive)
        .ifPresent(in -> scene.timer(TimerName.DRAFT_NUDGE, in));
  }

  /// Asks now; or later, when the person has written since; or not any more.
  static Move due(Scene scene, Enroll.Asking asking) {
    Instant last = scene.turn().talk().memory().lastAt();
    if (last == null || scene.fact(DONE) != null || grieving(scene)) {
      return Move.PASS;
    }
    Instant now = scene.turn().now();
    Optional<Instant> time = time(scene, last);
    if (time.isPresent() && time.get().isAfter(now)) {
      scene.timer(TimerName.DRAFT_NUDGE, Duration.between(now, time.get()));
      return Move.PASS;
    }
    if (time.isEmpty() || now.isAfter(last.plus(WINDOW)) || !awake(scene, now)) {
      return Move.PASS;
    }
    scene.remember(DONE, asking.slot());
    scene.ask(scene.choices(YES, LATER), "enroll.nudge");
    return new Move.To(asking);
  }

  static boolean answers(Event.Tapped tapped) {
    return tapped.choice().equals(YES) || tapped.choice().equals(LATER);
  }

  /// Goes on at the same question, or lets it lie.
  static Move answered(Scene scene, Enroll.Asking asking, Event.Tapped tapped) {
    if (tapped.choice().equals(LATER)) {
      scene.ask(scene.choices(YES), "enroll.nudge-later");
    }
    return new Move.To(asking);
  }

  private static boolean grieving(Scene scene) {
    return scene.turn().talk().stack().stream()
        .anyMatch(s -> s instanceof Claim.Waiting || s instanceof Accident.Waiting);
  }

  private static boolean awake(Scene scene, Instant now) {
    int hour = now.atZone(scene.zone()).getHour();
    return Remind.from(scene).filter(from -> hour >= from).isPresent()
        && hour < scene.content().rules().reminders().until();
  }

  /// So many hours after the last answer; where that is at night, the next morning if the window is
  /// still open then, else the evening before.
  private static Optional<Instant> time(Scene scene, Instant last) {
    Reminders rules = scene.content().rules().reminders();
    Optional<Integer> from = Remind.from(scene);
    if (rules.draftHours() == 0 || from.isEmpty()) {
      return Optional.empty();
    }
    ZonedDateTime at = last.plus(Duration.ofHours(rules.draftHours())).atZone(scene.zone());
    boolean early = at.getHour() < from.get();
    if (!early && at.getHour() < rules.until()) {
      return Optional.of(at.toInstant());
    }
    Instant morning = at.with(LocalTime.of(from.get(), 0)).plusDays(early ? 0 : 1).toInstant();
    if (!morning.isAfter(last.plus(WINDOW))) {
      return Optional.of(morning);
    }
    var evening = at.with(LocalTime.of(rules.until() - 1, 0)).minusDays(early ? 1 : 0);
    return Optional.of(evening.toInstant()).filter(last::isBefore);
  }
}
