package id.kentongan.dialogs.values;

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
    String digits = Long.toString(amount);
    int start = amount < 0 ? 1 : 0;
    var text = new StringBuilder(digits.length() + 8).append("Rp ").append(digits, 0, start);
    for (int i = start; i < digits.length(); i++) {
      if (i > start && (digits.length() - i) % 3 == 0) {
        text.append('.');
      }
      text.append(digits.charAt(i));
    }
    return text.toString();
  }
}
