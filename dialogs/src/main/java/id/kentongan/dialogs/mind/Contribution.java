package id.kentongan.dialogs.mind;

import id.kentongan.dialogs.content.Tariffs.Price;
import id.kentongan.dialogs.values.Occupation;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The contribution calculator in a conversation (A2): price month by month, across a discount's
/// end, for what this message and those before it told. Follow-ups (`kalau setahun?`) keep what was
/// told.
final class Contribution {
  /// How many months ahead a change of price is told.
  private static final int AHEAD = 6;

  static final String INTENT = "ask.contribution";
  static final String OCCUPATION = "occupation";
  static final String SECTOR = "sector";
  static final String MONTHLY = "monthly";
  private static final String MONTHS = "months";
  private static final String PROGRAMMES = "programmes";

  /// Calculates when the message tells an income, a number of months, programmes or an occupation;
  /// false when it tells nothing to calculate with.
  boolean calculated(Scene scene, Opening opening) {
    if (!opening.intent().equals(INTENT) || opening.words() == null) {
      return false;
    }
    var facts = new HashMap<>(scene.learnt().facts());
    if (!learn(scene, opening, facts)) {
      return false;
    }
    scene.learn(new Learnt(0, INTENT, facts));
    tell(scene, facts);
    return true;
  }

  /// Whether words that mean nothing by themselves go on with the calculation.
  boolean follows(Scene scene, Opening opening) {
    return INTENT.equals(scene.learnt().subject())
        && learn(scene, opening, new HashMap<>(scene.learnt().facts()));
  }

  private static boolean learn(Scene scene, Opening opening, Map<String, String> facts) {
    var told = Facts.of(scene, Objects.requireNonNull(opening.words()));
    told.occupation()
        .ifPresent(
            o -> {
              facts.put(OCCUPATION, o.name());
              facts.put(SECTOR, o.sector().name());
            });
    told.monthly(scene).ifPresent(m -> facts.put(MONTHLY, Long.toString(m.amount())));
    told.months().ifPresent(n -> facts.put(MONTHS, n.toString()));
    told.programmes()
        .ifPresent(
            p ->
                facts.put(
                    PROGRAMMES,
                    p.stream().sorted().map(Programme::name).collect(Collectors.joining(","))));
    return !told.empty();
  }

  private static void tell(Scene scene, Map<String, String> facts) {
    Sector sector = Sector.valueOf(facts.getOrDefault(SECTOR, Sector.OTHER.name()));
    Rupiah least = scene.content().tariffs().tariff(scene.month()).bands().getFirst().base();
    String told = facts.get(MONTHLY);
    Rupiah monthly = told == null ? least : new Rupiah(Long.parseLong(told));
    int months = Integer.parseInt(facts.getOrDefault(MONTHS, "1"));
    Set<Programme> programmes =
        List.of(facts.getOrDefault(PROGRAMMES, "JKK,JKM").split(",")).stream()
            .map(Programme::valueOf)
            .collect(Collectors.toSet());
    Occupation occupation =
        new Occupation(facts.getOrDefault(OCCUPATION, scene.words("price.worker")), sector);
    var tariffs = scene.content().tariffs();
    Price price = tariffs.price(sector, monthly, programmes, scene.month(), months);
    String later =
        later(scene, price, month -> tariffs.price(sector, monthly, programmes, month, 1));
    scene.say(
        months == 1 ? "price.month" : "price.months",
        "pekerjaan",
        occupation.name(),
        "penghasilan",
        monthly.toString(),
        "program",
        programmes.stream().sorted().map(Programme::name).collect(Collectors.joining(" + ")),
        "n",
        Integer.toString(months),
        "rincian",
        Prices.lines(scene, price) + later,
        "total",
        price.total().toString());
  }

  /// For a single month, the price that follows when it will change: nobody is to be surprised.
  private static String later(Scene scene, Price price, Function<YearMonth, Price> at) {
    if (price.months().size() > 1) {
      return "";
    }
    for (int ahead = 1; ahead <= AHEAD; ahead++) {
      YearMonth month = scene.month().plusMonths(ahead);
      Rupiah total = at.apply(month).total();
      if (!total.equals(price.total())) {
        return "\n"
            + scene.words("price.from", "bulan", Prices.month(month), "harga", total.toString());
      }
    }
    return "";
  }
}
