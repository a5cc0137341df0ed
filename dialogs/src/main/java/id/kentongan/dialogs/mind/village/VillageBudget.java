package id.kentongan.dialogs.mind.village;

import id.kentongan.dialogs.content.BudgetCost;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.answer.FollowUps;
import id.kentongan.dialogs.mind.heard.Reading;
import id.kentongan.dialogs.mind.scene.Commands;
import id.kentongan.dialogs.mind.scene.Dialog;
import id.kentongan.dialogs.mind.scene.Drawn;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Move;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.talk.Answer;
import id.kentongan.dialogs.talk.Awaits;
import id.kentongan.dialogs.talk.DrawnAs;
import id.kentongan.dialogs.talk.Effect;
import id.kentongan.dialogs.talk.EffectId;
import id.kentongan.dialogs.talk.Event;
import id.kentongan.dialogs.talk.Event.FromPerson;
import id.kentongan.dialogs.talk.State;
import id.kentongan.dialogs.values.Budget;
import id.kentongan.dialogs.values.Rupiah;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What it costs to pay for so many workers (V2), or for how many a sum is enough; told at once,
/// then as a page to print or a table with formulas. Later messages change what was told.
public final class VillageBudget implements Dialog<VillageBudget.Waiting> {
  public static final String INTENT = "village.budget";
  static final String SHEET = "village.budget.sheet";
  static final String PAGE = "village.budget.page";

  /// What a question about a budget waits for.
  public sealed interface Waiting extends State {
    @Override
    default String dialog() {
      return "budget";
    }
  }

  /// For how many people.
  record Asking() implements Waiting {
    @Override
    public String name() {
      return "people";
    }
  }

  record Drawing(EffectId awaited) implements Waiting, Awaits.One {
    @Override
    public String name() {
      return "drawing";
    }
  }

  @Override
  public Class<Waiting> states() {
    return Waiting.class;
  }

  @Override
  public Set<String> intents() {
    return Set.of(INTENT, SHEET, PAGE);
  }

  @Override
  public Move start(Scene scene, Opening opening) {
    Optional<Budget> known = BudgetFacts.budget(scene);
    if (!opening.intent().equals(INTENT) && known.isPresent() && priced(scene, known.get())) {
      var form = opening.intent().equals(SHEET) ? DrawnAs.SHEET : DrawnAs.PAGE;
      return new Move.To(new Drawing(scene.request(new Effect.DrawBudget(known.get(), form))));
    }
    Understood words = opening.words();
    if (words == null) {
      BudgetFacts.anew(scene);
      return new Move.To(new Asking());
    }
    BudgetTold told = BudgetTold.of(scene, words);
    boolean other = !told.people().isEmpty() || told.available() != null;
    boolean more =
        known.isPresent() && Listed.any(scene, "village.budget.more-words", words.text());
    if (other && !more && !FollowUps.supposes(scene, words)) {
      BudgetFacts.anew(scene);
    }
    BudgetFacts.learn(scene, more ? told.beside(BudgetFacts.people(scene)) : told);
    return reckoned(scene) ? Move.OVER : new Move.To(new Asking());
  }

  /// Whether words go on with the budget before (`kalau 6 bulan?`).
  public static boolean follows(Scene scene, Understood words) {
    return INTENT.equals(scene.learnt().subject())
        && BudgetFacts.budget(scene).isPresent()
        && !BudgetTold.of(scene, words).empty();
  }

  @Override
  public Move on(Scene scene, Waiting state, Event event) {
    return switch (state) {
      case Asking _ -> event instanceof FromPerson said ? told(scene, said) : Move.PASS;
      case Drawing _ -> event instanceof Event.Answered a ? drawn(scene, a.answer()) : Move.PASS;
    };
  }

  @Override
  public void ask(Scene scene, Waiting state) {
    switch (state) {
      case Asking _ -> scene.ask(List.of(), "village.budget.ask");
      case Drawing _ -> scene.ask(List.of(), "wait");
    }
  }

  private static Move told(Scene scene, FromPerson event) {
    if (!(event instanceof Event.Said said)) {
      return Move.PASS;
    }
    BudgetTold told = BudgetTold.of(scene, said.understood());
    if (told.empty() && Reading.wish(said.understood())) {
      return Move.PASS;
    }
    BudgetFacts.learn(scene, told);
    if (told.people().isEmpty() && told.available() == null) {
      var bare = scene.content().parsers().counts(said.text());
      if (bare.size() == 1 && told.months().isEmpty() && sound(bare.getFirst().number())) {
        BudgetFacts.people(scene, (int) bare.getFirst().number());
      }
    }
    if (reckoned(scene)) {
      return Move.OVER;
    }
    scene.explain("village.budget.unclear");
    return new Move.To(new Asking());
  }

  private static boolean sound(long number) {
    return number > 0 && number <= Budget.MOST_PEOPLE;
  }

  /// Tells what is known enough to be reckoned; false when it is not.
  private static boolean reckoned(Scene scene) {
    Optional<Budget> known = BudgetFacts.budget(scene);
    Rupiah available = BudgetFacts.available(scene);
    if (known.isEmpty() && available == null) {
      return false;
    }
    Budget one = BudgetFacts.forOne(scene);
    if (!priced(scene, one)) {
      scene.say("village.budget.no-tariff");
      return true;
    }
    var learnt = scene.learnt();
    scene.learn(learnt.about(INTENT));
    if (known.isEmpty() && available != null) {
      long each = BudgetCost.of(scene.content().tariffs(), one).eachInAll().amount();
      int enough = (int) Math.min(Budget.MOST_PEOPLE, available.amount() / each);
      if (enough == 0) {
        scene.say("village.budget.too-little", "harga", new Rupiah(each).toString());
        return true;
      }
      BudgetFacts.people(scene, enough);
    }
    tell(scene);
    return true;
  }

  private static void tell(Scene scene) {
    Budget budget = BudgetFacts.budget(scene).orElseThrow();
    BudgetCost cost = BudgetCost.of(scene.content().tariffs(), budget);
    BudgetFacts.keep(scene, budget);
    scene.sayText(BudgetText.of(scene, budget, cost));
    offer(scene);
  }

  private static void offer(Scene scene) {
    scene.askText(
        List.of(
            scene.choice(Commands.DO + SHEET),
            scene.choice(Commands.DO + PAGE),
            scene.choice(Commands.DO + VillageCoverage.INTENT)),
        "");
  }

  private static Move drawn(Scene scene, Answer answer) {
    Drawn.tell(scene, answer);
    offer(scene);
    return Move.OVER;
  }

  private static boolean priced(Scene scene, Budget budget) {
    YearMonth last = budget.first().plusMonths(budget.months() - 1L);
    return scene.content().tariffs().covers(budget.first())
        && scene.content().tariffs().covers(last);
  }
}
