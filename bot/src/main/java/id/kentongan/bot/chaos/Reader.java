package id.kentongan.bot.chaos;

import id.kentongan.dialogs.talk.ConversationId;

/// Those to whom platforms bring the bot's messages.
interface Reader {
  /// It came, or was refused for good.
  void heard(Arrival arrival);

  /// Whether they block the bot.
  boolean blocks(ConversationId who);
}
