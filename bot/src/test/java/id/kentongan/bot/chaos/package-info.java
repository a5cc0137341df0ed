/// The chaos in short, and what judges it.
@NullMarked
package id.kentongan.bot.chaos;

import org.jspecify.annotations.NullMarked;
