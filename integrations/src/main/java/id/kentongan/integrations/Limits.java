package id.kentongan.integrations;

/// What fits a message of a channel. Text is counted in UTF-16 units, as Telegram and Twilio count.
/// `buttons` and `rows` are the most choices shown as buttons and as list rows; 0 where there are
/// none, and then choices become a numbered menu in the text. `buttonLabel`, `rowLabel` in UTF-16
/// units.
public record Limits(
    int text, int buttons, int rows, int buttonLabel, int rowLabel, int textWithChoices) {}
