package id.kentongan.integrations.crypto;

/// Sealed bytes that this key and context did not seal: changed, cut, moved from elsewhere, or
/// sealed under another key.
public final class BrokenSeal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenSeal() {
    super("the seal is broken", null, false, true);
  }
}
