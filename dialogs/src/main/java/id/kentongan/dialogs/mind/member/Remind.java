package id.kentongan.dialogs.mind.member;

import id.kentongan.dialogs.content.Rules.Reminders;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Dialog;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Prices;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Choice;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Notice;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.values.Rupiah;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reminders of contributions (E6): when they come, and whether at all.
public final class Remind implements Dialog<Remind.Waiting> {
  /// The wish, said or tapped, to have none.
  public static final String NONE = "reminder.off";

  public static final String TAP_NONE = "do." + NONE;
  private static final String STOP = "reminder.stop";
  public static final String TAP_STOP = "do." + STOP;
  private static final String HOUR = "reminder.";
  private static final String WISH = "reminder.wish";

  /// For the hour.
  public sealed interface Waiting extends State permits Choosing {
    @Override
    default String dialog() {
      return "reminder";
    }
  }

  record Choosing() implements Waiting {
    @Override
    public String name() {
      return "choosing";
    }
  }

  /// Whether words under a reminder mean that no more are wanted.
  public static boolean refused(Scene scene, String text) {
    return scene.turn().talk().memory().showed(TAP_NONE)
        && Commands.listed(scene, "reminder.off-words", text);
  }

  /// A bare `stop` where nothing runs: what should stop is asked.
  public static boolean stops(Scene scene, String text) {
    var memory = scene.turn().talk().memory();
    return scene.turn().talk().top() == null
        && !memory.showed(TAP_NONE)
        && Commands.listed(scene, "reminder.stop-words", text);
  }

  /// Tells that the next month is to be paid; with buttons when nothing else is asked.
  public static void tell(Scene scene, Notice.ContributionDue due, boolean idle) {
    Rupiah next = due.next();
    String key = due.days() < 0 ? "reminder.after" : "reminder.before";
    scene.say(key, "sampai", Prices.month(due.paidUntil()));
    if (next != null) {
      YearMonth first = due.paidUntil().plusMonths(1);
      YearMonth last = due.until() == null ? first : due.until();
      scene.say(
          last.equals(first) ? "reminder.price" : "reminder.price-months",
          "bulan",
          Prices.month(first),
          "sampai",
          Prices.month(last),
          "iuran",
          next.toString());
    }
    if (idle) {
      scene.askText(scene.choices("do.ask.payment", TAP_NONE), "");
    }
  }

  /// Tells that the discount ends, and what the contribution becomes.
  public static void tell(Scene scene, Notice.DiscountEnds ends, boolean idle) {
    YearMonth sponsored = ends.sponsored();
    scene.say(
        sponsored == null ? "reminder.discount-ends" : "reminder.discount-ends-village",
        "desa",
        sponsored == null ? "" : Prices.month(sponsored),
        "sampai",
        Prices.month(ends.until()),
        "sekarang",
        ends.now().toString(),
        "mulai",
        Prices.month(ends.until().plusMonths(1)),
        "nanti",
        ends.then().toString());
    if (idle) {
      scene.askText(scene.choices("do.ask.discount", "do.ask.payment", TAP_NONE), "");
    }
  }

  /// The hour from which on this conversation may be reminded; none when it refused.
  public static Optional<Integer> from(Scene scene) {
    String chosen = scene.fact(WISH);
    if (chosen == null) {
      return Optional.of(rules(scene).usualHour());
    }
    return chosen.equals(NONE) ? Optional.empty() : Optional.of(Integer.valueOf(chosen));
  }

  @Override
  public Class<Waiting> states() {
    return Waiting.class;
  }

  @Override
  public Set<String> intents() {
    return Set.of("reminder.change", NONE, STOP, News.ON, News.OFF);
  }

  /// What switches something off or on is no wish for another hour.
  @Override
  public boolean takesUp(State state, Opening opening) {
    return state instanceof Waiting && opening.intent().equals("reminder.change");
  }

  @Override
  public Move start(Scene scene, Opening opening) {
    if (opening.intent().equals(News.ON) || opening.intent().equals(News.OFF)) {
      return News.set(scene, opening.intent().equals(News.ON));
    }
    if (opening.intent().equals(STOP)) {
      scene.say("reminder.stop-what");
      scene.askText(scene.choices(TAP_NONE, Commands.HUMAN, Commands.MENU), "");
      return Move.OVER;
    }
    if (opening.intent().equals(NONE) || none(scene, opening.text())) {
      return off(scene);
    }
    return hour(scene, opening.text())
        .map(chosen -> on(scene, chosen))
        .orElseGet(() -> new Move.To(new Choosing()));
  }

  @Override
  public Move on(Scene scene, Waiting state, Event event) {
    return switch (event) {
      case Event.Tapped tapped when tapped.choice().startsWith(HOUR) ->
          Optional.ofNullable(rules(scene).hours().get(tapped.choice().substring(HOUR.length())))
              .map(hour -> on(scene, Map.entry(tapped.choice().substring(HOUR.length()), hour)))
              .orElse(Move.PASS);
      case Event.Tapped tapped when tapped.choice().equals(TAP_NONE) -> off(scene);
      case Event.Said said when none(scene, said.text()) -> off(scene);
      case Event.Said said ->
          hour(scene, said.text()).map(chosen -> on(scene, chosen)).orElse(Move.PASS);
      default -> Move.PASS;
    };
  }

  @Override
  public void ask(Scene scene, Waiting state) {
    var choices = new ArrayList<Choice>();
    hours(scene).forEach(hour -> choices.add(scene.choice(HOUR + hour.getKey())));
    choices.add(scene.choice(TAP_NONE));
    scene.ask(choices, "reminder.ask");
  }

  private static Move on(Scene scene, Map.Entry<String, Integer> hour) {
    scene.tell(new Effect.SetReminders(true, hour.getValue()));
    scene.remember(WISH, hour.getValue().toString());
    scene.say("reminder.on", "kapan", hour.getKey());
    return Move.OVER;
  }

  private static Move off(Scene scene) {
    scene.tell(new Effect.SetReminders(false, 0));
    scene.remember(WISH, NONE);
    scene.say("reminder.off");
    return Move.OVER;
  }

  private static boolean none(Scene scene, String text) {
    String said = ' ' + String.join(" ", inOrder(text)) + ' ';
    return scene.heard("reminder.off-signs").stream()
        .anyMatch(sign -> said.contains(' ' + sign + ' '));
  }

  private static Optional<Map.Entry<String, Integer>> hour(Scene scene, String text) {
    Set<String> said = words(text);
    return hours(scene).stream().filter(hour -> said.contains(hour.getKey())).findFirst();
  }

  private static List<Map.Entry<String, Integer>> hours(Scene scene) {
    return rules(scene).hours().entrySet().stream()
        .sorted(Comparator.comparingInt(Map.Entry::getValue))
        .toList();
  }

  private static Reminders rules(Scene scene) {
    return scene.content().rules().reminders();
  }

  private static Set<String> words(String text) {
    return new HashSet<>(inOrder(text));
  }

  private static List<String> inOrder(String text) {
    return List.of(text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}]+"));
  }
}
