package id.kentongan.dialogs.values;

import java.util.Locale;

/// An amount of money in whole rupiah. Prints as people write it: `Rp 16.800`.
public record Rupiah(long amount) implements Comparable<Rupiah> {
  public static final Rupiah ZERO = new Rupiah(0);

  public Rupiah plus(Rupiah other) {
    return new Rupiah(Math.addExact(amount, other.amount));
  }

  public Rupiah times(long factor) {
    return new Rupiah(Math.multiplyExact(amount, factor));
  }

  @Override
  public int compareTo(Rupiah other) {
    return Long.compare(amount, other.amount);
  }

  @Override
  public String toString() {
    return "Rp " + String.format(Locale.ROOT, "%,d", amount).replace(',', '.');
  }
}
