package id.kentongan.dialogs.talk;

/// The timers a conversation may have; one of each at a time, setting again moves it.
public enum TimerName {
  /// Two seconds after the last file: files are acknowledged once.
  FILES_QUIET,
  /// An effect that a state waits for takes too long.
  STILL_WAITING,
  /// A draft was left lying.
  DRAFT_LEFT,
  /// It still lies there the next day.
  DRAFT_NUDGE
}
