package id.kentongan.bot.desk;

/// What became of an inbound event; each is a 2xx to the provider.
public enum Received {
  COMMITTED,
  /// It took effect before.
  DUPLICATE,
  /// Too old for a turn: it stands in the journal.
  LATE,
  /// There was no room for a new conversation; the person was asked to come back.
  TURNED_AWAY,
  /// One of too many of its sender, who was told once.
  FLOODED
}
