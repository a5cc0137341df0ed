package id.kentongan.integrations.telegram;

import id.kentongan.dialogs.talk.Inbound;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/// What an update is to us.
sealed interface Reading {
  /// An event for the Desk.
  record Came(Inbound inbound) implements Reading {}

  /// Nothing for the Desk, but a request to Telegram (to leave a group). `method` by its documented
  /// name.
  record Asked(String method, BotApiMethod<?> request) implements Reading {}

  /// Genuine, and nothing for us.
  record Nothing(String reason) implements Reading {}

  /// Not an update at all.
  record Unreadable() implements Reading {}
}
