package id.kentongan.dialogs.values;

/// A telephone number in E.164, e.g. `+6281234567890`. Prints masked; [#e164] gives it whole.
public record Phone(String e164) {
  public Phone {
    if (!e164.matches("\\+[1-9][0-9]{7,14}")) {
      throw new IllegalArgumentException("a phone number has + and 8 to 15 digits");
    }
  }

  /// Country code and last three digits, e.g. `+62••••890`.
  public String masked() {
    return e164.substring(0, 3) + "••••" + e164.substring(e164.length() - 3);
  }

  @Override
  public String toString() {
    return masked();
  }
}
