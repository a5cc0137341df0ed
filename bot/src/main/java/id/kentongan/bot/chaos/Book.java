package id.kentongan.bot.chaos;

import id.kentongan.dialogs.talk.Talk;
import java.util.List;

/// What the stores know of one conversation at the end: its turns in the order of their commits,
/// how many rows of the journal belong to no version of it, its version and what it is at.
record Book(List<Turn> turns, int strays, long version, Talk talk) {}
