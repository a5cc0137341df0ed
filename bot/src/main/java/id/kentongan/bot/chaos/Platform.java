package id.kentongan.bot.chaos;

import id.kentongan.bot.bench.Script.Line;
import id.kentongan.dialogs.talk.ConversationId;

/// A messenger of ours in the place of a real one.
interface Platform extends AutoCloseable {
  /// For the setting of its API's address.
  String url();

  /// Who the person with this number is here.
  ConversationId person(long number);

  /// A message of a person, with a new id of the platform's.
  Letter letter(Villager from, Line line);

  /// Whether it posts a message again and again until it is taken.
  boolean insists();

  Mood mood();

  @Override
  void close();
}
