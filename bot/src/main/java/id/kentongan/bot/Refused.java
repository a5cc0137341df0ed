package id.kentongan.bot;

/// The program cannot do what it was asked, and the person at the keyboard can mend that; the
/// message says how. Ends the program with 1.
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Refused(String message) {
    super(message, null, false, false);
  }
}
