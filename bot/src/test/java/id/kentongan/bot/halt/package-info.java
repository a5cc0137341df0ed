/// What only `chaos` may do to a gateway.
@NullMarked
package id.kentongan.bot.halt;

import org.jspecify.annotations.NullMarked;
