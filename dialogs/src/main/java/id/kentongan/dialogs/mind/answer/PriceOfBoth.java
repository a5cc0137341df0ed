package id.kentongan.dialogs.mind.answer;

import id.kentongan.dialogs.content.Tariffs.Price;
import id.kentongan.dialogs.ear.Understood;
import id.kentongan.dialogs.mind.heard.Facts;
import id.kentongan.dialogs.mind.heard.Jobs;
import id.kentongan.dialogs.mind.heard.KinsWork;
import id.kentongan.dialogs.mind.scene.Listed;
import id.kentongan.dialogs.mind.scene.Prices;
import id.kentongan.dialogs.mind.scene.Scene;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The price for two (`kalau berdua berapa totalnya`): each by their own work, and the sum. One of
/// them alone is never told as the price for both.
record PriceOfBoth(
    Scene scene,
    Map<String, String> facts,
    Set<Programme> programmes,
    YearMonth first,
    int months) {

  static boolean asked(Scene scene, String text) {
    return Listed.any(scene, "price.both-words", text);
  }

  /// Whether the same words tell work or income, and nobody knows whose: `suami ojek 2 juta istri
  /// jualan 1 juta berdua berapa`.
  static boolean told(Scene scene, Understood words) {
    Facts told = Facts.of(scene, words);
    return !told.jobs().empty() || told.income().isPresent() || Jobs.any(scene, words.text());
  }

  /// Tells the sum where the work of both is known, else that it goes by person.
  void tell() {
    String own = KinsWork.own(facts, Contribution.OCCUPATION);
    String theirs = facts.get(Contribution.OCCUPATION);
    if (own == null || theirs == null || !KinsWork.begun(facts)) {
      scene.say("price.per-person");
      return;
    }
    Price mine =
        price(KinsWork.own(facts, Contribution.SECTOR), KinsWork.own(facts, Contribution.MONTHLY));
    Price other = price(facts.get(Contribution.SECTOR), facts.get(Contribution.MONTHLY));
    scene.say(
        "price.both",
        "program",
        Prices.programmes(scene, programmes),
        "n",
        Integer.toString(months),
        "mulai",
        Prices.month(first),
        "satu",
        own,
        "harga",
        mine.total().toString(),
        "dua",
        theirs,
        "harganya",
        other.total().toString(),
        "total",
        mine.total().plus(other.total()).toString());
  }

  private Price price(@Nullable String sector, @Nullable String monthly) {
    var tariffs = scene.content().tariffs();
    Rupiah least = tariffs.tariff(scene.month()).bands().getFirst().base();
    return tariffs.price(
        sector == null ? Sector.OTHER : Sector.valueOf(sector),
        monthly == null ? least : new Rupiah(Long.parseLong(monthly)),
        programmes,
        first,
        months);
  }
}
