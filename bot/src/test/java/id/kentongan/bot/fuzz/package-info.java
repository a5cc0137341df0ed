/// The short form of the fuzzing.
@NullMarked
package id.kentongan.bot.fuzz;

import org.jspecify.annotations.NullMarked;
