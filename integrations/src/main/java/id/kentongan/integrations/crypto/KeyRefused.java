package id.kentongan.integrations.crypto;

/// The start is refused because of its master key; the message is for the operator.
public final class KeyRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public KeyRefused(String why) {
    super(why);
  }
}
