package id.kentongan.bot.settings;

/// A value that nobody may read in a log, a message or a list. Prints as `[REDACTED]`.
public record Secret(String reveal) {
  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
