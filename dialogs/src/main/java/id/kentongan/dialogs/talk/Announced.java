package id.kentongan.dialogs.talk;

/// What may become of a broadcast for somebody.
public enum Announced {
  SENT,
  FAILED,
  /// The person can no longer be reached there.
  GONE,
  /// An officer has the conversation.
  HELD,
  /// The broadcast was stopped before it was handed to the messenger.
  STOPPED
}
