/// Telegram: its door, its channel, long polling and set-up, by the Bot API
/// (https://core.telegram.org/bots/api).
@NullMarked
package id.kentongan.integrations.telegram;

import org.jspecify.annotations.NullMarked;
