/// The project's own benchmark: people of ours talk to a real gateway in its own process.
@NullMarked
package id.kentongan.bot.bench;

import org.jspecify.annotations.NullMarked;
