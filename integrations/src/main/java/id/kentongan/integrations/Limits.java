package id.kentongan.integrations;

/// What fits a message of a channel. Text is counted in UTF-16 units, as Telegram and Twilio count.
/// `buttons` and `rows` are the most choices shown as buttons and as list rows; 0 where there are
/// none, and then choices become a numbered menu in the text. `buttonLabel`, `rowLabel` in UTF-16
/// units. `captions` is what fits under a file.
public record Limits(
    int text,
    int buttons,
    int rows,
    int buttonLabel,
    int rowLabel,
    int textWithChoices,
    Captions captions) {
  /// The longest text that goes with a photograph and with any other file, in UTF-16 units; 0 where
  /// none does.
  public record Captions(int photo, int document) {
    /// The same for all files.
    public static Captions of(int any) {
      return new Captions(any, any);
    }
  }
}
