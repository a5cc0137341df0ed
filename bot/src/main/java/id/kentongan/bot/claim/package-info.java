/// The page of a claim that a family brings to the branch.
@NullMarked
package id.kentongan.bot.claim;

import org.jspecify.annotations.NullMarked;
