package id.kentongan.dialogs.values;

/// A short code that people copy by hand, e.g. a receipt code `K7M4-92QX`: upper case letters and
/// digits that cannot be mistaken for each other.
public record Code(String text) {
  @Override
  public String toString() {
    return text.substring(0, Math.min(2, text.length())) + "••";
  }
}
