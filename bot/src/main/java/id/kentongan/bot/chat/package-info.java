/// A conversation in the terminal through the whole engine, with a clock that can be moved.
@NullMarked
package id.kentongan.bot.chat;

import org.jspecify.annotations.NullMarked;
