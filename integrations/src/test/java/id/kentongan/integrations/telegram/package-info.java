/// Telegram's adapters, shown against fixtures and a scripted Bot API on a socket.
@NullMarked
package id.kentongan.integrations.telegram;

import org.jspecify.annotations.NullMarked;
