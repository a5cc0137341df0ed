/// A member's digital card: read from the records, drawn, and kept for a while to be sent.
@NullMarked
package id.kentongan.bot.card;

import org.jspecify.annotations.NullMarked;
