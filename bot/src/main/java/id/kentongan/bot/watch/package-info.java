/// What the rooms tell an operator: figures, the age of each part's health, traces. Never of whom.
@NullMarked
package id.kentongan.bot.watch;

import org.jspecify.annotations.NullMarked;
