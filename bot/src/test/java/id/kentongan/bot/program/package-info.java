/// The whole program against a Telegram of our own, with real stores.
@NullMarked
package id.kentongan.bot.program;

import org.jspecify.annotations.NullMarked;
