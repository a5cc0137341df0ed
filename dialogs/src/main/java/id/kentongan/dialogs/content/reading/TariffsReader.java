package id.kentongan.dialogs.content.reading;

import id.kentongan.dialogs.content.Tariffs;
import id.kentongan.dialogs.content.Tariffs.Band;
import id.kentongan.dialogs.content.Tariffs.Discount;
import id.kentongan.dialogs.content.Tariffs.Granted;
import id.kentongan.dialogs.content.Tariffs.Tariff;
import id.kentongan.dialogs.values.Payer;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads `tariffs/*.yaml`: dated tariffs, discounts and worked examples, which must come out.
final class TariffsReader {
  static final Map<String, Sector> SECTORS =
      Map.of("transport", Sector.TRANSPORT, "other", Sector.OTHER);

  private static final Map<String, Payer> PAYERS =
      Map.of(
          "self", Payer.SELF,
          "village", Payer.VILLAGE,
          "government", Payer.GOVERNMENT,
          "donor", Payer.DONOR);
  private static final Map<String, Granted> GRANTED =
      Map.of("granted", Granted.YES, "refused", Granted.NO, "unknown", Granted.UNKNOWN);

  private final List<Tariff> tariffs = new ArrayList<>();
  private final List<Discount> discounts = new ArrayList<>();
  private final Map<Payer, Granted> payers = new EnumMap<>(Payer.class);

  static Tariffs read(ContentSource source, Faults faults) {
    var reader = new TariffsReader();
    List<Node> files = source.in("tariffs", faults).toList();
    if (files.isEmpty()) {
      faults.add("tariffs", "", Wrong.NO_FILE.of(), Should.TARIFF_FILE.of());
    }
    files.forEach(reader::file);
    var tariffs =
        new Tariffs(List.copyOf(reader.tariffs), List.copyOf(reader.discounts), reader.payers);
    files.forEach(file -> TariffExamples.check(file, tariffs));
    reader.discounts.forEach(discount -> whole(tariffs, discount, faults));
    return tariffs;
  }

  private void file(Node file) {
    file.only("tariffs", "discounts", "payers", "examples");
    file.maybe("tariffs").ifPresent(list -> list.items().forEach(this::tariff));
    file.maybe("discounts").ifPresent(list -> list.items().forEach(this::discount));
    file.maybe("payers").ifPresent(list -> list.items().forEach(this::payer));
  }

  private void tariff(Node node) {
    node.only("source", "from", "until", "jkk", "jkm", "jht", "periods", "bands");
    node.at("source").text();
    var tariff =
        new Tariff(
            month(node.at("from"), YearMonth.of(1, 1)),
            node.maybe("until").map(u -> month(u, YearMonth.of(9999, 12))).orElse(null),
            node.at("bands").items().stream().map(TariffsReader::band).toList(),
            share(node.at("jkk")),
            rupiah(node.at("jkm")),
            share(node.at("jht")),
            node.at("periods").items().stream().map(p -> p.integer(1)).toList());
    checkBands(node.at("bands"), tariff.bands());
    if (tariff.periods().isEmpty()) {
      node.at("periods").fault(Wrong.NO_NUMBER.of(), Should.PERIODS.of());
    }
    if (tariffs.stream()
        .anyMatch(t -> overlap(t.from(), t.until(), tariff.from(), tariff.until()))) {
      node.fault(Wrong.OVERLAPS_TARIFF.of(), Should.ONE_TARIFF.of());
    }
    tariffs.add(tariff);
  }

  private void payer(Node node) {
    node.only("payer", "discount", "source");
    node.at("source").text();
    Payer payer = node.at("payer").one(PAYERS, Payer.SELF);
    if (payers.put(payer, node.at("discount").one(GRANTED, Granted.UNKNOWN)) != null) {
      node.fault(Wrong.TOLD_TWICE.of(), Should.EACH_ONCE.of());
    }
  }

  private void discount(Node node) {
    node.only("source", "sector", "share", "from", "until");
    node.at("source").text();
    var discount =
        new Discount(
            node.at("sector").one(SECTORS, Sector.OTHER),
            share(node.at("share")),
            month(node.at("from"), YearMonth.of(1, 1)),
            month(node.at("until"), YearMonth.of(1, 1)));
    if (discount.until().isBefore(discount.from())) {
      node.fault(Wrong.BACKWARDS.of(), Should.FORWARDS.of());
    }
    if (discounts.stream()
        .filter(d -> d.sector() == discount.sector())
        .anyMatch(d -> overlap(d.from(), d.until(), discount.from(), discount.until()))) {
      node.fault(Wrong.OVERLAPS_DISCOUNT.of(), Should.ONE_DISCOUNT.of());
    }
    discounts.add(discount);
  }

  /// A discounted amount that is no whole rupiah could not be paid.
  private static void whole(Tariffs tariffs, Discount discount, Faults faults) {
    for (Tariff tariff : tariffs.tariffs()) {
      for (Band band : tariff.bands()) {
        var income = band.base();
        try {
          Tariffs.Price _ =
              tariffs.price(discount.sector(), income, Programme.all(), discount.from(), 1);
        } catch (ArithmeticException e) {
          Phrase.Said wrong = Wrong.HALVES.of(income.amount(), discount.from());
          faults.add("tariffs", "discounts", wrong, Should.WHOLE_RUPIAH.of());
          return;
        } catch (IllegalStateException e) {
          return;
        }
      }
    }
  }

  private static Band band(Node node) {
    node.only("below", "base");
    return new Band(
        node.maybe("below").map(TariffsReader::rupiah).orElse(null), rupiah(node.at("base")));
  }

  private static void checkBands(Node node, List<Band> bands) {
    if (bands.isEmpty()) {
      node.fault(Wrong.NO_BAND.of(), Should.BANDS.of());
      return;
    }
    Rupiah least = Rupiah.ZERO;
    for (int i = 0; i < bands.size(); i++) {
      Rupiah below = bands.get(i).below();
      boolean last = i == bands.size() - 1;
      if (last != (below == null) || (below != null && below.compareTo(least) <= 0)) {
        node.items().get(i).fault(Wrong.RISES.of(), Should.BANDS.of());
      }
      least = below == null ? least : below;
    }
  }

  static YearMonth month(Node node, YearMonth otherwise) {
    return node.as(YearMonth::parse, otherwise, Should.MONTH.of());
  }

  static Rupiah rupiah(Node node) {
    return new Rupiah(node.as(Long::valueOf, 0L, Should.RUPIAH.of()));
  }

  private static BigDecimal share(Node node) {
    BigDecimal share = node.decimal();
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      node.fault(Wrong.NUMBER.of(share), Should.SHARE.of());
    }
    return share;
  }

  private static boolean overlap(
      YearMonth from, @Nullable YearMonth until, YearMonth from2, @Nullable YearMonth until2) {
    return (until2 == null || !from.isAfter(until2)) && (until == null || !from2.isAfter(until));
  }
}
