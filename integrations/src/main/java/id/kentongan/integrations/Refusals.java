package id.kentongan.integrations;

/// What a provider's refusal of a message says by itself.
public final class Refusals {
  private static final int LONGEST = 160;

  private Refusals() {}

  /// By its HTTP status alone, where the provider's own code tells no more.
  public static Outcome of(int status, String why) {
    return switch (status) {
      case 401, 403, 404 -> notSetUp(why);
      case 408 -> Outcome.Later.growing(why);
      case 429 -> Outcome.Later.slower(why);
      default ->
          switch (status / 100) {
            case 3 -> notSetUp(why);
            // why: a POST is not idempotent; it may have been done.
            case 5 -> new Outcome.Unknown(why);
            default -> new Outcome.Never(why);
          };
    };
  }

  /// The account or its address is wrong: for the operator.
  public static Outcome notSetUp(String why) {
    return Outcome.Later.untilMended("not set up: " + why);
  }

  /// The provider's words without long numbers and ids, which may be a person's.
  public static String masked(String message) {
    String masked = message.replaceAll("[A-Z]{2}\\.[A-Za-z0-9]+|[0-9]{6,}", "…");
    return masked.substring(0, Math.min(masked.length(), LONGEST));
  }
}
