/// The photographs and documents of a claim, looked at whether they can be read.
@NullMarked
package id.kentongan.bot.claim;

import org.jspecify.annotations.NullMarked;
