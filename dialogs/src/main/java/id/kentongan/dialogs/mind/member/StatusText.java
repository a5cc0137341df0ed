package id.kentongan.dialogs.mind.member;

import id.kentongan.dialogs.mind.claim.Visit;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Prices;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Answer.Matter;
import id.kentongan.dialogs.talk.Answer.Membership;
import id.kentongan.dialogs.talk.Answer.Standing;
import id.kentongan.dialogs.talk.Answer.Status;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.values.Programme;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Puts a status into words.
public final class StatusText {
  private StatusText() {}

  static String of(Scene scene, Status status) {
    var lines = new ArrayList<String>();
    if (!status.name().isEmpty()) {
      String head = status.sample() ? "status.head-sample" : "status.head";
      lines.add(scene.words(head, "nama", status.name()));
      Membership membership = status.membership();
      lines.add(membership == null ? scene.words("status.none") : membership(scene, membership));
      if (membership != null && unpaid(membership.standing())) {
        lines.add(scene.words("status.hint." + key(membership.standing())));
      }
    }
    matters(scene, lines, status.enrollments());
    matters(scene, lines, status.claims());
    return String.join("\n", lines);
  }

  /// What one may want to know next. A family that asks for its claim is not told how to pay.
  static List<Choice> next(Scene scene, Status status) {
    Membership membership = status.membership();
    if (membership != null && unpaid(membership.standing())) {
      return scene.choices("do.ask.arrears", Commands.HUMAN, Commands.MENU);
    }
    boolean family = status.name().isEmpty() && !status.claims().isEmpty();
    if (family && status.claims().stream().noneMatch(m -> m.state().startsWith("claim."))) {
      return scene.choices("do.ask.jkk", Commands.HUMAN, Commands.MENU);
    }
    return family
        ? scene.choices(
            prepared(status) ? "do." + Visit.INTENT : "do.ask.claim.time",
            "do." + Visit.PAGE,
            Commands.HUMAN)
        : membership == null
            ? scene.choices("do.ask.payment", Commands.HUMAN, Commands.MENU)
            : scene.choices("do." + Card.INTENT, "do.ask.payment", Commands.MENU);
  }

  private static boolean prepared(Status status) {
    return status.claims().stream().anyMatch(m -> m.state().equals("claim.prepared"));
  }

  private static boolean unpaid(Standing standing) {
    return standing == Standing.IN_ARREARS || standing == Standing.LAPSED;
  }

  static String standing(Scene scene, Standing standing) {
    return scene.words("standing." + key(standing));
  }

  public static String key(Enum<?> named) {
    return named.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String membership(Scene scene, Membership m) {
    YearMonth until = m.paidUntil();
    return scene.words(
        "status.membership",
        "keadaan",
        standing(scene, m.standing()),
        "program",
        m.programmes().stream().sorted().map(Programme::name).collect(Collectors.joining(", ")),
        "sampai",
        until == null ? scene.words("status.unpaid") : Prices.month(until));
  }

  /// What comes next, with the day by which it is promised or must be done.
  private static String next(Scene scene, Matter m) {
    Instant due = m.due();
    if (due == null) {
      return scene.words("status.next." + m.state());
    }
    boolean late = due.isBefore(scene.turn().now());
    return scene.words(
        "status.due." + m.state() + (late ? "-late" : ""),
        "kapan",
        HandOver.until(due, scene.zone()));
  }

  private static void matters(Scene scene, List<String> lines, List<Matter> matters) {
    for (Matter m : matters) {
      String since = Prices.day(m.since().atZone(scene.zone()).toLocalDate());
      lines.add(
          scene.words(
              "status." + m.state().split("\\.", 2)[0],
              "nomor",
              m.number(),
              "keadaan",
              scene.words("matter." + m.state()),
              "sejak",
              since));
      Instant visit = m.visit();
      if (visit != null) {
        lines.add(scene.words("status.visit", "kapan", HandOver.until(visit, scene.zone())));
      }
      lines.add(next(scene, m));
    }
  }
}
