/// The Desk: from what came in to a committed turn, one at a time for each conversation.
@NullMarked
package id.kentongan.bot.desk;

import org.jspecify.annotations.NullMarked;
