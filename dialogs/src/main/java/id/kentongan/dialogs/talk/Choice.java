package id.kentongan.dialogs.talk;

/// A button or list row. `id` comes back when it is tapped: ASCII, at most 40 characters, so that
/// it fits every channel. `label` at most 20 characters to fit a button, 24 a list row.
public record Choice(String id, String label) {
  /// The id of the choice by which the person shares their own phone number. A channel that can
  /// vouch for the number (Telegram) shows its own button for it; tapping gives
  /// [Event.SentContact].
  public static final String CONTACT = "contact";
}
