package id.kentongan.dialogs.talk;

/// A button or list row. `id` comes back when it is tapped: ASCII, at most 40 characters, so that
/// it fits every channel. `label` at most 20 characters to fit a button, 24 a list row.
public record Choice(String id, String label) {}
