package id.kentongan.bot.desk;

/// What became of an inbound event; each is a 2xx to the provider.
public enum Received {
  COMMITTED,
  /// It took effect before.
  DUPLICATE,
  /// Too old for a turn: it stands in the journal.
  LATE,
  /// One of too many of its sender, who was told once.
  FLOODED
}
