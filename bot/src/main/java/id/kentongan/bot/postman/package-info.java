/// The Postman: does what was committed, at least once, in order, and brings the outcomes back to
/// the Desk.
@NullMarked
package id.kentongan.bot.postman;

import org.jspecify.annotations.NullMarked;
