/// The benchmark is held to the truth: it must see a wrong answer and a right one.
@NullMarked
package id.kentongan.bot.bench;

import org.jspecify.annotations.NullMarked;
