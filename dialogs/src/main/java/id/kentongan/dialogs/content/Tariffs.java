package id.kentongan.dialogs.content;

import id.kentongan.dialogs.values.Payer;
import id.kentongan.dialogs.values.Programme;
import id.kentongan.dialogs.values.Rupiah;
import id.kentongan.dialogs.values.Sector;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Contributions by month: income bands, rates and discounts, from `config/tariffs/`.
///
/// Source: PP 44/2015 Lampiran II, PP 49/2023, PP 50/2025 (discount).
public record Tariffs(List<Tariff> tariffs, List<Discount> discounts, Map<Payer, Granted> payers) {
  public Tariffs {
    payers = Map.copyOf(payers);
  }

  /// Without a word on who pays.
  public Tariffs(List<Tariff> tariffs, List<Discount> discounts) {
    this(tariffs, discounts, Map.of());
  }

  /// Whether a payer is granted the discounts.
  public enum Granted {
    YES,
    NO,
    UNKNOWN
  }

  /// What holds from a contribution month on. `jkk`, `jht` are shares of the band's base, `jkm` is
  /// flat; `periods` the months that may be paid at once.
  public record Tariff(
      YearMonth from,
      @Nullable YearMonth until,
      List<Band> bands,
      BigDecimal jkk,
      Rupiah jkm,
      BigDecimal jht,
      List<Integer> periods) {}

  /// Incomes below `below` (and not in an earlier band) are counted as `base`; the last has none.
  public record Band(@Nullable Rupiah below, Rupiah base) {}

  /// A share taken off JKK and JKM in a sector for the contribution months from `from` to `until`.
  public record Discount(Sector sector, BigDecimal share, YearMonth from, YearMonth until) {}

  /// The price of a span of months, by month.
  public record Price(List<Month> months, Rupiah total) {}

  /// One contribution month: each programme's amount after the discount, and the discount's share.
  public record Month(
      YearMonth month, Rupiah jkk, Rupiah jkm, Rupiah jht, Rupiah total, boolean discounted) {}

  /// The base of an income: rounded down to the thousand first, as the annex steps in thousands.
  public Rupiah base(Rupiah monthly, YearMonth month) {
    Rupiah rounded = new Rupiah(monthly.amount() / 1000 * 1000);
    for (Band band : tariff(month).bands()) {
      Rupiah below = band.below();
      if (below == null || rounded.compareTo(below) < 0) {
        return band.base();
      }
    }
    throw new IllegalStateException("the last band has no upper end");
  }

  /// What `months` contribution months from `first` cost.
  public Price price(
      Sector sector, Rupiah monthly, Set<Programme> programmes, YearMonth first, int months) {
    var list = new java.util.ArrayList<Month>();
    Rupiah total = Rupiah.ZERO;
    for (int i = 0; i < months; i++) {
      Month month = month(sector, monthly, programmes, first.plusMonths(i));
      list.add(month);
      total = total.plus(month.total());
    }
    return new Price(List.copyOf(list), total);
  }

  public Tariff tariff(YearMonth month) {
    return find(month).orElseThrow(() -> new IllegalStateException("no tariff for " + month));
  }

  private Optional<Tariff> find(YearMonth month) {
    for (Tariff tariff : tariffs) {
      if (within(month, tariff.from(), tariff.until())) {
        return Optional.of(tariff);
      }
    }
    return Optional.empty();
  }

  /// Whether prices of a month can be told.
  public boolean covers(YearMonth month) {
    return find(month).isPresent();
  }

  /// The discount of a sector in a contribution month.
  public Optional<Discount> discount(Sector sector, YearMonth month) {
    for (Discount discount : discounts) {
      if (discount.sector() == sector && within(month, discount.from(), discount.until())) {
        return Optional.of(discount);
      }
    }
    return Optional.empty();
  }

  /// Whether the discounts hold where a payer pays; unknown unless a file says so.
  public Granted granted(Payer payer) {
    return payers.getOrDefault(payer, Granted.UNKNOWN);
  }

  /// The prices to reckon with where a payer pays: without discounts unless it is known that they
  /// hold.
  public Tariffs reckoned(Payer payer) {
    return granted(payer) == Granted.YES ? this : new Tariffs(tariffs, List.of());
  }

  private Month month(Sector sector, Rupiah monthly, Set<Programme> programmes, YearMonth month) {
    Tariff tariff = tariff(month);
    Rupiah base = base(monthly, month);
    BigDecimal rest =
        discount(sector, month).map(d -> BigDecimal.ONE.subtract(d.share())).orElse(BigDecimal.ONE);
    Rupiah jkk =
        programmes.contains(Programme.JKK) ? share(base, tariff.jkk().multiply(rest)) : Rupiah.ZERO;
    Rupiah jkm = programmes.contains(Programme.JKM) ? share(tariff.jkm(), rest) : Rupiah.ZERO;
    Rupiah jht = programmes.contains(Programme.JHT) ? share(base, tariff.jht()) : Rupiah.ZERO;
    boolean discounted = rest.compareTo(BigDecimal.ONE) < 0;
    return new Month(month, jkk, jkm, jht, jkk.plus(jkm).plus(jht), discounted);
  }

  private static Rupiah share(Rupiah of, BigDecimal share) {
    return new Rupiah(BigDecimal.valueOf(of.amount()).multiply(share).longValueExact());
  }

  private static boolean within(YearMonth month, YearMonth from, @Nullable YearMonth until) {
    return !month.isBefore(from) && (until == null || !month.isAfter(until));
  }
}
