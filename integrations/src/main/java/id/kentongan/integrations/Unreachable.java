package id.kentongan.integrations;

/// A store cannot be reached or does not let us in. The message begins with the setting that names
/// it and holds no secret.
public final class Unreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unreachable(String setting, Throwable why) {
    super(setting + ": the store does not let us in: " + root(why).getMessage(), why);
  }

  /// `message` says all that is known.
  public Unreachable(String message) {
    super(message);
  }

  private static Throwable root(Throwable why) {
    Throwable cause = why.getCause();
    return cause == null ? why : root(cause);
  }
}
