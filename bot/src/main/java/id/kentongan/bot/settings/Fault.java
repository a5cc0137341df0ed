package id.kentongan.bot.settings;

/// What is wrong with a setting, in words for the operator; never a secret's value.
public record Fault(String setting, String why) {
  @Override
  public String toString() {
    return setting + ": " + why;
  }
}
