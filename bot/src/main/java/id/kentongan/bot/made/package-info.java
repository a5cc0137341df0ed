/// Files that we draw for somebody, as the card and the page of a claim, kept for a while to be
/// fetched.
@NullMarked
package id.kentongan.bot.made;

import org.jspecify.annotations.NullMarked;
