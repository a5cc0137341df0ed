package id.kentongan.dialogs.mind.answer;

import id.kentongan.dialogs.content.Tariffs.Price;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.ear.parse.Heard;
import id.kentongan.dialogs.mind.enroll.Enroll;
import id.kentongan.dialogs.mind.enroll.EnrollExtras;
import id.kentongan.dialogs.mind.heard.Facts;
import id.kentongan.dialogs.mind.heard.Jobs;
import id.kentongan.dialogs.mind.heard.KinsWork;
import id.kentongan.dialogs.mind.scene.Learnt;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Opening;
import id.kentongan.dialogs.mind.scene.Prices;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.values.Occupation;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The contribution calculator in a conversation (A2): price month by month, across a discount's
/// end, for what this message and those before it told. Follow-ups (`kalau setahun?`) keep what was
/// told.
public final class Contribution {
  /// How many months ahead a change of price is told.
  private static final int AHEAD = 6;

  static final String INTENT = "ask.contribution";
  public static final String OCCUPATION = "occupation";
  public static final String SECTOR = "sector";
  public static final String MONTHLY = "monthly";

  /// The code of the village told with a question.
  public static final String HOME = "home";

  /// The names of a month, short ones too (`jan`).
  private static final String MONTH = Heard.MONTH_NAME.key() + ".";

  private static final String FROM = "from";
  private static final String MONTHS = "months";
  public static final String PROGRAMMES = "programmes";

  /// Calculates when the message tells an income, a number of months, programmes or an occupation,
  /// or when the person told their work before; false when there is nothing to calculate with.
  boolean calculated(Scene scene, Opening opening) {
    if (!opening.intent().equals(INTENT) || opening.words() == null) {
      return false;
    }
    var facts = new HashMap<>(scene.learnt().facts());
    if (!FollowUps.supposes(scene, opening.words())
        && INTENT.equals(opening.words().best().intent())) {
      List.of(MONTHS, PROGRAMMES, FROM).forEach(facts::remove);
    }
    boolean told = learn(scene, opening, facts);
    if ((!told || onlyMonthly(scene, opening.words(), facts))
        && !known(scene, opening.words(), facts)) {
      return false;
    }
    scene.learn(new Learnt(0, INTENT, facts));
    if (PriceOfBoth.asked(scene, opening.text()) && PriceOfBoth.told(scene, opening.words())) {
      scene.say("price.per-person");
    } else if (PriceOfBoth.asked(scene, opening.text())) {
      new PriceOfBoth(scene, facts, programmes(facts), first(scene, facts), months(facts)).tell();
    } else {
      tell(scene, facts);
    }
    return true;
  }

  /// Whether nothing is told but that the price is for a month (`berapa sebulan`), and nothing is
  /// known of the work.
  private static boolean onlyMonthly(Scene scene, Understood words, Map<String, String> facts) {
    return !facts.containsKey(OCCUPATION)
        && !facts.containsKey(MONTHLY)
        && !facts.containsKey(FROM)
        && "1".equals(facts.get(MONTHS))
        && Facts.of(scene, words).programmes().isEmpty();
  }

  /// Whether what was told before is enough, and nobody else is asked about.
  private static boolean known(Scene scene, Understood words, Map<String, String> facts) {
    return scene.turn().talk().top() instanceof Enroll.Waiting
        ? facts.containsKey(MONTHLY)
        : facts.containsKey(OCCUPATION) && FollowUps.kin(scene, words).isEmpty();
  }

  private static boolean learn(Scene scene, Opening opening, Map<String, String> facts) {
    var told = Facts.of(scene, Objects.requireNonNull(opening.words()));
    if (told.jobs().relatives() || Listed.any(scene, "follow.compare-words", opening.text())) {
      KinsWork.begin(facts);
    } else if (KinsWork.over(scene, opening.words())) {
      KinsWork.end(facts);
    }
    var work = work(scene, told, opening.words());
    work.ifPresent(
        o -> {
          facts.put(OCCUPATION, o.name());
          facts.put(SECTOR, o.sector().name());
          facts.remove(EnrollExtras.SECOND);
        });
    told.whom().village().ifPresent(v -> facts.put(HOME, v.code()));
    told.jobs().second().ifPresent(o -> facts.put(EnrollExtras.SECOND, o.name()));
    told.monthly(scene).ifPresent(m -> facts.put(MONTHLY, Long.toString(m.amount())));
    told.months().ifPresent(n -> facts.put(MONTHS, n.toString()));
    told.programmes().ifPresent(p -> facts.put(PROGRAMMES, named(p)));
    var from = month(scene, opening.text());
    from.ifPresent(m -> facts.put(FROM, m.toString()));
    return !told.empty() || work.isPresent() || from.isPresent();
  }

  /// The work that a price is for: the one told, else the only one named, where nobody of the
  /// family is.
  private static Optional<Occupation> work(Scene scene, Facts told, Understood words) {
    return told.occupation()
        .or(
            () ->
                FollowUps.kin(scene, words).isPresent()
                    ? Optional.empty()
                    : Jobs.single(scene, words.text()));
  }

  /// Keeps the work and the income told with a question of another kind: `buruh sadap 800rb sebulan
  /// bisa ikut ga` need not be told again for the price.
  public static void keep(Scene scene, Opening opening) {
    Understood words = opening.words();
    if (words == null) {
      return;
    }
    Facts told = Facts.of(scene, words);
    boolean theirs = told.occupation().isEmpty() && FollowUps.kin(scene, words).isPresent();
    if (told.jobs().relatives() || theirs) {
      return;
    }
    work(scene, told, words)
        .ifPresent(
            o -> {
              scene.remember(OCCUPATION, o.name());
              scene.remember(SECTOR, o.sector().name());
            });
    told.whom().village().ifPresent(v -> scene.remember(HOME, v.code()));
    told.monthly(scene).ifPresent(m -> scene.remember(MONTHLY, Long.toString(m.amount())));
  }

  /// The next month of a name that the words hold (`kalau januari`).
  public static Optional<YearMonth> month(Scene scene, String text) {
    String words = " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ") + " ";
    for (int ahead = 0; ahead < 12; ahead++) {
      YearMonth month = scene.month().plusMonths(ahead);
      if (Listed.within(scene, MONTH + month.getMonthValue(), words)
          && scene.content().tariffs().covers(month)) {
        return Optional.of(month);
      }
    }
    return Optional.empty();
  }

  /// As it is kept among the facts: `JKK,JKM`.
  public static String named(Set<Programme> programmes) {
    return programmes.stream().sorted().map(Programme::name).collect(Collectors.joining(","));
  }

  private static void tell(Scene scene, Map<String, String> facts) {
    Sector sector = Sector.valueOf(facts.getOrDefault(SECTOR, Sector.OTHER.name()));
    Rupiah monthly = monthly(scene, facts);
    int months = months(facts);
    Set<Programme> programmes = programmes(facts);
    Occupation occupation =
        new Occupation(facts.getOrDefault(OCCUPATION, scene.words("price.worker")), sector);
    var tariffs = scene.content().tariffs();
    YearMonth first = first(scene, facts);
    Price price = tariffs.price(sector, monthly, programmes, first, months);
    String later =
        later(scene, first, price, month -> tariffs.price(sector, monthly, programmes, month, 1));
    scene.say(
        months == 1 ? "price.month" : "price.months",
        "pekerjaan",
        occupation.name(),
        "penghasilan",
        monthly.toString(),
        "program",
        Prices.programmes(scene, programmes),
        "n",
        Integer.toString(months),
        "rincian",
        Prices.lines(scene, price) + later,
        "total",
        price.total().toString());
    if (facts.containsKey(EnrollExtras.SECOND) && facts.containsKey(OCCUPATION)) {
      second(scene, facts);
    }
    if (!facts.containsKey(MONTHLY)) {
      scene.say("price.supposed");
    }
  }

  /// What it costs where the second work is the one that counts.
  private static void second(Scene scene, Map<String, String> facts) {
    var work = scene.content().occupations().named(facts.getOrDefault(EnrollExtras.SECOND, ""));
    if (work.isEmpty()) {
      return;
    }
    if (work.get().sector().name().equals(facts.get(SECTOR))) {
      scene.say("price.second-same", "pekerjaan", work.get().name());
      return;
    }
    Rupiah monthly = monthly(scene, facts);
    var tariffs = scene.content().tariffs();
    Function<YearMonth, Price> at =
        month ->
            tariffs.price(work.get().sector(), monthly, programmes(facts), month, months(facts));
    YearMonth first = first(scene, facts);
    Price other = at.apply(first);
    String lines = Prices.lines(scene, other) + later(scene, first, other, at);
    scene.say("price.second", "pekerjaan", work.get().name(), "rincian", lines);
  }

  /// The income told, else the lowest.
  private static Rupiah monthly(Scene scene, Map<String, String> facts) {
    String told = facts.get(MONTHLY);
    return told == null
        ? scene.content().tariffs().tariff(scene.month()).bands().getFirst().base()
        : new Rupiah(Long.parseLong(told));
  }

  private static int months(Map<String, String> facts) {
    return Integer.parseInt(facts.getOrDefault(MONTHS, "1"));
  }

  private static Set<Programme> programmes(Map<String, String> facts) {
    return List.of(facts.getOrDefault(PROGRAMMES, "JKK,JKM").split(",")).stream()
        .map(Programme::valueOf)
        .collect(Collectors.toSet());
  }

  /// The month asked about, unless it has passed.
  private static YearMonth first(Scene scene, Map<String, String> facts) {
    YearMonth from = YearMonth.parse(facts.getOrDefault(FROM, scene.month().toString()));
    return from.isBefore(scene.month()) ? scene.month() : from;
  }

  /// For a single month, the price that follows when it will change: nobody is to be surprised.
  private static String later(
      Scene scene, YearMonth first, Price price, Function<YearMonth, Price> at) {
    if (price.months().size() > 1) {
      return "";
    }
    for (int ahead = 1; ahead <= AHEAD; ahead++) {
      YearMonth month = first.plusMonths(ahead);
      Rupiah total = at.apply(month).total();
      if (!total.equals(price.total())) {
        return "\n"
            + scene.words("price.from", "bulan", Prices.month(month), "harga", total.toString());
      }
    }
    return "";
  }
}
