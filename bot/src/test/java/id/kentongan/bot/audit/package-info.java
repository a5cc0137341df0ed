/// The list of parts and the feed of known faults.
@NullMarked
package id.kentongan.bot.audit;

import org.jspecify.annotations.NullMarked;
