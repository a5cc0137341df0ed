package id.kentongan.bot.chaos;

/// A turn as the records tell it: the version that it wrote, the event that it answered, and all
/// that it said.
record Turn(long version, String event, String answered) {}
