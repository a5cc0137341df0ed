/// Asks a public feed of known faults about everything that the program is made of.
@NullMarked
package id.kentongan.bot.audit;

import org.jspecify.annotations.NullMarked;
