/// Files that we draw for somebody, kept for a while to be fetched.
@NullMarked
package id.kentongan.bot.made;

import org.jspecify.annotations.NullMarked;
