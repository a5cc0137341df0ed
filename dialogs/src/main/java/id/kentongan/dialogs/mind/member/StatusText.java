package id.kentongan.dialogs.mind.member;

import id.kentongan.dialogs.mind.claim.Visit;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Prices;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Answer.Looked;
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
  private static final String WAITING = "enrollment.waiting";

  private StatusText() {}

  static String of(Scene scene, Status status) {
    var lines = new ArrayList<String>();
    if (!status.name().isEmpty()) {
      String head = status.sample() ? "status.head-sample" : "status.head";
      lines.add(scene.words(head, "nama", status.name()));
      Membership membership = status.membership();
      lines.add(membership == null ? scene.words("status.none") : membership(scene, membership));
      if (membership != null && unpaid(membership.standing()) && status.payments().isEmpty()) {
        lines.add(scene.words("status.hint." + key(membership.standing())));
      }
    }
    matters(scene, lines, enrollments(status), !status.payments().isEmpty());
    status.payments().forEach(payment -> lines.add(looked(scene, payment)));
    matters(scene, lines, status.claims(), false);
    return String.join("\n", lines);
  }

  /// why: an active enrolment, with nothing left to do, would belie a membership that is not.
  private static List<Matter> enrollments(Status status) {
    Membership membership = status.membership();
    boolean over =
        membership != null
            && (unpaid(membership.standing()) || membership.standing() == Standing.DEAD);
    return status.enrollments().stream()
        .filter(m -> !over || !m.state().equals("enrollment.active"))
        .toList();
  }

  private static String looked(Scene scene, Looked payment) {
    return scene.words(
        "status.payment",
        "jumlah",
        payment.amount().toString(),
        "sejak",
        Prices.day(payment.since().atZone(scene.zone()).toLocalDate()));
  }

  /// What one may want to know next. A family that asks for its claim is not told how to pay.
  static List<Choice> next(Scene scene, Status status) {
    Membership membership = status.membership();
    boolean paid = !status.payments().isEmpty();
    if (membership != null && unpaid(membership.standing()) && !paid) {
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
        : paid
            ? scene.choices(Commands.HUMAN, Commands.MENU)
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

  /// why: nobody is behind with a month that has only begun.
  private static boolean begun(Scene scene, Membership m) {
    YearMonth until = m.paidUntil();
    return m.standing() == Standing.IN_ARREARS
        && until != null
        && until.plusMonths(1).equals(scene.month());
  }

  private static String membership(Scene scene, Membership m) {
    YearMonth until = m.paidUntil();
    return scene.words(
        "status.membership",
        "keadaan",
        begun(scene, m) ? scene.words("standing.begun") : standing(scene, m.standing()),
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

  /// `paid`: who is waited for has paid something that is looked at, and is not asked to pay.
  private static void matters(Scene scene, List<String> lines, List<Matter> matters, boolean paid) {
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
      if (!paid || !m.state().equals(WAITING)) {
        lines.add(next(scene, m));
      }
    }
  }
}
