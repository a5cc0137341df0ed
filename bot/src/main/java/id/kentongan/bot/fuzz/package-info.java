/// Throws mutated requests at every door of real gateways, and judges what comes back and what they
/// hold afterwards.
@NullMarked
package id.kentongan.bot.fuzz;

import org.jspecify.annotations.NullMarked;
