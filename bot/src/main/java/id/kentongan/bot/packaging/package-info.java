/// The Debian package, made of what was built.
@NullMarked
package id.kentongan.bot.packaging;

import org.jspecify.annotations.NullMarked;
