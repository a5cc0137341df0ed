/// Places where `chaos` lets a gateway die; without its setting nothing of this is in the way.
@NullMarked
package id.kentongan.bot.halt;

import org.jspecify.annotations.NullMarked;
