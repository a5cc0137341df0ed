/// Coverage and budgets of villages: what is asked of them, and how they are drawn.
@NullMarked
package id.kentongan.bot.village;

import org.jspecify.annotations.NullMarked;
